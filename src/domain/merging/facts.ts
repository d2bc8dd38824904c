import type { Completion, Facts } from '../facts.ts';
import type { NameNow } from './meetings.ts';
import { timeIn, type Change, type Kept, type LearningTable, type Row } from './tables.ts';

/** Whether a quiz, under its name of then, lets a learner who stands so begin an attempt at that time. */
export type Allowing = (
	of: { course: string; quiz: string },
	learning: { facts: Facts; completions: Completion[] },
	at: Date,
) => boolean;

/** What changes of an attempt's row as it is closed; its gradings; and what of it waits for a person. */
export interface Ending {
	attempt: Row;
	gradings: Row[];
	tasks: Row[];
}

/** What the rules need beside the rows. */
export interface MergeContext {
	account: string;
	/** What the account's holder is called. */
	name: string | null;
	questionNow: NameNow;
	quizNow: NameNow;
	mayStart: Allowing;
	/** By its key, how an open attempt ends where the other one stays open. */
	closings: ReadonlyMap<string, Ending>;
	/** Rooms that the account's holder opened: nobody supervises themselves. */
	ownRooms: ReadonlySet<string>;
	newId(): string;
}

export interface Both {
	guest: Kept;
	account: Kept;
}

export const movedTo = (row: Row, { account }: MergeContext): Row => ({ ...row, learner_id: account });

/** Facts of which both may have one: the earlier stands. */
export function datedFacts(
	table: LearningTable,
	{ guest, account }: Both,
	context: MergeContext,
	whatOf: (row: Row) => string,
	when: string,
): Change[] {
	const own = new Map(account[table].map((row) => [whatOf(row), row]));
	return guest[table].map((gone) => {
		const before = own.get(whatOf(gone)) ?? null;
		const isEarlier = !before || timeIn(gone, when) < timeIn(before, when);
		return { table, gone, before, after: isEarlier ? movedTo(gone, context) : before };
	});
}
