import { localise } from '../locale.ts';
import { onDevice } from './here.ts';
import { ownRoot, recallReader, sets } from './memory.ts';
import { courseOf, isAttempt } from './routes.ts';

interface Link {
	href: string;
	title: string;
}

/** `[data-on-device]`: everything that opens without a network, by course, and what of the reader's own. */
export async function listAll(box: HTMLElement, isKeeping: boolean): Promise<void> {
	const part = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`);
	const show = (name: string, isShown: boolean) => {
		const found = part(name);
		if (found) found.hidden = !isShown;
	};
	show('looking', false);
	if (!isKeeping) return show('cannot', true);
	// Where the worker shows the page in another's place, its address is the other's.
	document.querySelector('[data-again]')?.setAttribute('href', location.href);
	const courses = await listCourses(part('courses'));
	const own = await listOwn(part('quizzes'));
	show('own', own);
	show('courses', courses);
	show('none', !courses && !own);
}

async function listCourses(box: HTMLElement | null): Promise<boolean> {
	const pattern = box?.querySelector('template');
	if (!box || !pattern) return false;
	for (const set of await sets()) {
		const here = courseOf(set);
		const { listing, pages, lessons } = here
			? await onDevice(here)
			: { listing: null, pages: null, lessons: 0 };
		if (!here || !listing || !pages || pages.size === 0) continue;
		const course = pattern.content.cloneNode(true) as DocumentFragment;
		const folder = localise(here.locale, `/courses/${here.course}`);
		const head = course.querySelector('summary [data-title]');
		const words = course.querySelector<HTMLElement>('[data-words]');
		if (head) head.textContent = listing.title;
		if (words)
			words.textContent = (words.dataset.words ?? '')
				.replace('{n}', String(lessons))
				.replace('{of}', String(listing.lessons.length));
		course.querySelector('details')?.setAttribute('lang', here.locale);
		const links = listing.lessons.map(({ id, title }) => ({ href: `${folder}/lessons/${id}`, title }));
		const toCourse = pages.has(folder) ? [{ href: folder, title: listing.title }] : [];
		fill(course.querySelector('ul'), [...toCourse, ...links.filter(({ href }) => pages.has(href))]);
		box.append(course);
	}
	return box.querySelector('details') !== null;
}

/** Quizzes that are open; false where nothing of the reader's own is there. */
async function listOwn(box: HTMLElement | null): Promise<boolean> {
	const reader = await recallReader(Date.now());
	if (!box || !reader || reader.isShared) return false;
	const cache = await caches.open(ownRoot + reader.id);
	const first = (await cache.keys())
		.map(({ url }) => new URL(url))
		.filter((url) => isAttempt(url) && url.search === '?q=1');
	const found = await Promise.all(
		first.map(async ({ pathname, search }) => {
			const html = (await (await cache.match(pathname + search))?.text()) ?? '';
			const [, title = ''] = new DOMParser().parseFromString(html, 'text/html').title.split(' · ');
			return { href: pathname, title };
		}),
	);
	fill(box.querySelector('ul'), found);
	return found.length > 0;
}

function fill(list: Element | null, links: Link[]): void {
	for (const { href, title } of links) {
		const link = document.createElement('a');
		Object.assign(link, { href, textContent: title });
		const item = document.createElement('li');
		item.append(link);
		list?.append(item);
	}
}
