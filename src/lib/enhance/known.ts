import { visitor } from '#schemas/whose.ts';
import type { Entry } from '../outbox/entry.ts';

/** Marks that this device has seen or set, for pages that were made for nobody. */
interface Known {
	/**
	 * Slots of the outbox (`done/…`, `try/…`), `passed/<course>/<quiz>`, `issued/<course>/<serial>` and
	 * `open/<course>/<quiz>/<attempt>`, the newest last; false: the mark was taken off.
	 */
	[slot: string]: boolean;
}

const prefix = 'cung-hoc.known.';
/** As many as a few courses have; the oldest go first. */
const most = 400;

/** What is known of a learner's marks. Nothing where the browser keeps nothing. */
export function knownMarks(learner: string | null): Known {
	try {
		return JSON.parse(localStorage.getItem(prefix + (learner ?? visitor)) ?? '{}') as Known;
	} catch {
		return {};
	}
}

export function rememberMark(learner: string | null, slot: string, isSet: boolean): void {
	remember(learner, { [slot]: isSet });
}

/** What has not changed keeps its place. */
function remember(learner: string | null, marks: Known): void {
	const known = knownMarks(learner);
	const news = Object.entries(marks).filter(([slot, isSet]) => known[slot] !== isSet);
	if (news.length === 0) return;
	for (const [slot] of news) delete known[slot];
	keep(learner, Object.fromEntries([...Object.entries(known), ...news].slice(-most)));
}

function keep(learner: string | null, marks: Known): void {
	try {
		localStorage.setItem(prefix + (learner ?? visitor), JSON.stringify(marks));
	} catch {
		return;
	}
}

/** The server does not take what set it: nothing is known of it. `entries`: of a learner, refused or not. */
export function forgetRefused(learner: string | null, entries: readonly Entry[]): void {
	const known = knownMarks(learner);
	const refused = entries.filter(({ slot, refused }) => refused && slot in known);
	if (refused.length === 0) return;
	for (const { slot } of refused) delete known[slot];
	keep(learner, known);
}

const rooms = { lesson: 'done', quiz: 'passed' } as const;

/** `[data-way-of]`: what a page that the network brought says of its reader's way through a course. */
export function rememberWay(learner: string | null): void {
	const { wayOf: course, done, issued } = document.querySelector<HTMLElement>('[data-way-of]')?.dataset ?? {};
	if (!learner || !course || done === undefined) return;
	const slots = done
		.split(' ')
		.filter(Boolean)
		.map((name) => {
			const [kind, id] = name.split('/') as [keyof typeof rooms, string];
			return `${rooms[kind]}/${course}/${id}`;
		});
	if (issued) slots.push(`issued/${course}/${issued}`);
	remember(learner, Object.fromEntries(slots.map((slot) => [slot, true])));
}

/** Of everybody but who reads: a shared phone tells nobody what others have learned. */
export function forgetMarksOfOthers(...stay: (string | null)[]): void {
	try {
		const kept = stay.map((learner) => prefix + (learner ?? visitor));
		const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
		for (const key of keys) if (!kept.includes(key)) localStorage.removeItem(key);
	} catch {
		return;
	}
}
