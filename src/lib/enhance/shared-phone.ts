import { pathTo } from '#schemas/address.ts';
import { me } from '#schemas/paths.ts';
import { leaveBy } from './sign-out.ts';

const limit = 30 * 60_000;
const warning = 28 * 60_000;
const key = 'lastActive';

/** On a shared phone: says two minutes before that the session ends by itself, then ends it. */
export function sharedPhone() {
	const box = document.querySelector<HTMLElement>('[data-shared-phone]');
	const soon = box?.querySelector<HTMLElement>('[data-shared-soon]');
	const form = box?.querySelector('form');
	if (!soon || !form) return;
	let active = 0;
	const touch = () => {
		const now = Date.now();
		if (now - active < 5000) return;
		active = now;
		keep(now);
	};
	const look = () => {
		const idle = Date.now() - Math.max(active, kept());
		if (idle >= limit) void leaveBy(form, { isIdle: true });
		if (soon.hidden === idle < warning) return;
		soon.hidden = idle < warning;
		if (!soon.hidden) soon.querySelector('button')?.focus();
	};
	soon.querySelector('[data-shared-stay]')?.addEventListener('click', () => {
		active = 0;
		touch();
		look();
		// The server counts requests; this one is for it.
		void fetch(pathTo(me)).catch(() => undefined);
	});
	soon.querySelector('[data-shared-leave]')?.addEventListener('click', () => void leaveBy(form));
	for (const type of ['pointerdown', 'keydown', 'scroll'])
		addEventListener(type, () => soon.hidden && touch(), { passive: true });
	document.addEventListener('visibilitychange', look);
	touch();
	setInterval(look, 10_000);
}

/** Another tab may be the one in use. Storage may be refused; then each tab counts for itself. */
function keep(now: number) {
	try {
		localStorage.setItem(key, String(now));
	} catch {
		return;
	}
}
function kept(): number {
	try {
		return Number(localStorage.getItem(key) ?? 0);
	} catch {
		return 0;
	}
}
