import type { Locale } from '#schemas/names.ts';
import { onDevice } from './here.ts';
import { syncCourses, type CourseHere, type FromWorker, type ToWorker } from './messages.ts';
import { isSameCourse, put } from './words.ts';

/** Milliseconds until the worker is asked to go on where the network failed. */
const another = 15_000;

/** `[data-keep-course]`: fetches a course, says how far that is, and takes it away again. */
export function followCourse(box: HTMLElement, workers: ServiceWorkerContainer | null): void {
	const { keepCourse: course = '', locale, bytes = '0', sound = '0' } = box.dataset;
	const here: CourseHere = { course, locale: locale as Locale };
	box.hidden = false;
	if (!workers) {
		offerBrowser(box);
		return show(box, 'cannot', false);
	}
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isWithSound = false;
	const ask = async (what: { kind: 'stop' | 'remove' } | { kind: 'keep'; sound: boolean }) => {
		const { active } = await workers.ready;
		active?.postMessage({ ...what, ...here } satisfies ToWorker);
	};
	const look = async () => {
		const { state, lessons, ...found } = await onDevice(here);
		isWithSound = found.isWithSound;
		put(box, lessons);
		show(box, state, isWithSound);
		clearTimeout(timer);
		// A network that is bad does not say when it gets better.
		if (state === 'waiting')
			timer = setTimeout(() => void ask({ kind: 'keep', sound: isWithSound }), another);
	};
	const on = (name: string, act: () => Promise<void>) =>
		box
			.querySelectorAll(`[data-${name}]`)
			.forEach((button) => button.addEventListener('click', () => void act()));
	const keep = async (withSound: boolean) => {
		const isRoomy = await hasRoom(Number(bytes), withSound ? Number(sound) : 0);
		show(box, isRoomy ? 'fetching' : 'full', isWithSound);
		if (!isRoomy) return;
		await ask({ kind: 'keep', sound: withSound });
		await lasting(workers).catch(() => undefined);
	};
	on('keep', () => keep(isWithSound));
	on('keep-sound', () => keep(true));
	on('stop', () => ask({ kind: 'stop' }));
	on('remove', () => ask({ kind: 'remove' }));
	workers.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
		if (data.kind === 'changed' && isSameCourse(data, here)) void look();
	});
	// Private windows of some browsers have no place to keep anything.
	look().catch(() => show(box, 'cannot', false));
}

/**
 * `[data-open-browser]`: apps that show pages by themselves (chat apps, mostly) keep none. Where the address would do, a
 * browser is offered: Android opens one by an `intent:` link, elsewhere the address is sent on or copied.
 */
function offerBrowser(box: HTMLElement): void {
	const offer = box.querySelector<HTMLElement>('[data-open-browser]');
	if (!offer || !isSecureContext) return;
	offer.hidden = false;
	const link = offer.querySelector('a');
	if (!link || !/Android/.test(navigator.userAgent)) return;
	const { host, pathname, protocol } = location;
	const scheme = protocol.slice(0, -1);
	link.href = `intent://${host}${pathname}#Intent;scheme=${scheme};action=android.intent.action.VIEW;end`;
	link.hidden = false;
}

/** Moves the keyboard along where what it stood on is gone. */
function show(box: HTMLElement, state: string, isWithSound: boolean): void {
	const hadFocus = box.contains(document.activeElement);
	box.dataset.state = state;
	for (const part of box.querySelectorAll<HTMLElement>('[data-when]'))
		part.hidden =
			!(part.dataset.when ?? '').split(' ').includes(state) || (isWithSound && 'unlessSound' in part.dataset);
	const isHidden =
		document.activeElement instanceof HTMLElement && document.activeElement.closest('[hidden]');
	if (hadFocus && (isHidden || document.activeElement === document.body))
		box.querySelector<HTMLElement>('[data-when]:not([hidden]) button')?.focus();
}

/** Pages lie on the device uncompressed, unlike sound, and the browser's own books take some. */
async function hasRoom(bytes: number, sound: number): Promise<boolean> {
	const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
	return quota === undefined || quota - usage > bytes * 6 + sound * 1.2;
}

/** Asks the browser not to clear it away when room gets scarce, and to go on once the page is gone. */
async function lasting(workers: ServiceWorkerContainer): Promise<void> {
	await navigator.storage?.persist?.();
	const { sync } = (await workers.ready) as { sync?: { register(tag: string): Promise<void> } };
	await sync?.register(syncCourses);
}
