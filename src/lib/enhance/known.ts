import { visitor } from '#schemas/whose.ts';

/** Marks that this device has seen or set, for pages that were made for nobody. */
interface Known {
	/** Slots of the outbox (`done/…`, `try/…`), the newest last; false: the mark was taken off. */
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
	const { [slot]: before, ...others } = knownMarks(learner);
	if (before === isSet) return;
	const kept = Object.entries(others).slice(1 - most);
	try {
		localStorage.setItem(
			prefix + (learner ?? visitor),
			JSON.stringify(Object.fromEntries([...kept, [slot, isSet]])),
		);
	} catch {
		return;
	}
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
