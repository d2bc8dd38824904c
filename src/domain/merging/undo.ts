import {
	isSame,
	keyColumns,
	keyOf,
	learningTables,
	partsOfAttempts,
	text,
	timeIn,
	type Change,
	type Kept,
	type LearningTable,
	type Row,
	type Writing,
} from './tables.ts';

/** What taking a merge back writes, for both learners, and how much of it stays with the account. */
export interface Undoing {
	writings: Writing[];
	/** Things that have been gone on with since, or that something else rests on by now. */
	stayed: number;
}

interface Now {
	guest: Kept;
	account: Kept;
}

/**
 * Takes back what was changed and has not been changed since, thing by thing: an attempt with all its answers, the
 * certificates of a course, else a row. What was done after the merge stays with the account.
 */
export function planUndo(changes: readonly Change[], now: Now): Undoing {
	const there = new Standing(now);
	const units = [...unitsOf(changes).values()];
	const isBack = new Set<readonly Change[]>();
	// What rests on another thing is asked once that is decided: completions on certificates, reopening on open attempts.
	for (const unit of [...units].sort((a, b) => rank(a) - rank(b)))
		if (there.isUnchanged(unit) && !there.isRestedOn(unit)) {
			isBack.add(unit);
			there.takeBack(unit);
		}
	const back = units.filter((unit) => isBack.has(unit)).flat();
	return { writings: writings(back, there), stayed: units.length - isBack.size };
}

/** Things that go back as one. */
function unitsOf(changes: readonly Change[]): Map<string, Change[]> {
	const cycles = new Map<string, string>();
	for (const { table, gone } of changes)
		if (table === 'certificate' && gone) cycles.set(text(gone, 'serial'), cycleOf(gone));
	const units = new Map<string, Change[]>();
	for (const [n, change] of changes.entries()) {
		const name = unitOf(change, cycles) ?? `row ${n}`;
		units.set(name, [...(units.get(name) ?? []), change]);
	}
	return units;
}

function unitOf({ table, gone, before, after }: Change, cycles: ReadonlyMap<string, string>): string | null {
	const row = after ?? before ?? gone;
	if (!row) return null;
	if (table === 'attempt') return `attempt ${text(row, 'id')}`;
	if (partsOfAttempts.some((part) => part === table)) return `attempt ${text(row, 'attempt_id')}`;
	if (table === 'certificate' || table === 'certificate_serial' || table === 'name_correction')
		return `certificate ${cycles.get(text(row, 'serial')) ?? text(row, 'serial')}`;
	return null;
}

/** Its key names no learner. */
const isLookedUp = (table: LearningTable) => !(keyColumns[table] as readonly string[]).includes('learner_id');
const cycleOf = (row: Row) => `${text(row, 'course_id')} ${String(row['cycle'])}`;
const quizOf = (row: Row) => `${text(row, 'course_id')} ${text(row, 'quiz_id')}`;
const isOpen = (row: Row | null) => row !== null && row['submitted_at'] === null;
const reopens = ({ table, before, after }: Change) =>
	table === 'attempt' && isOpen(before) && after !== null && !isOpen(after);

function rank(unit: readonly Change[]): number {
	if (unit.some(reopens)) return 1;
	return unit.some(({ table }) => table === 'course_completion' || table === 'enrolment') ? 2 : 0;
}

/** How things stand now, and as more and more is taken back. */
class Standing {
	readonly account: Record<Change['table'], Map<string, Row>>;
	private readonly guest: Record<Change['table'], Map<string, Row>>;

	constructor({ guest, account }: Now) {
		this.account = byKey(account);
		this.guest = byKey(guest);
	}

	isUnchanged(unit: readonly Change[]): boolean {
		const isAsLeft = unit.every(({ table, gone, after }) => {
			const isFree = !gone || isLookedUp(table) || !this.guest[table].has(keyOf(table, gone));
			return isFree && (!after || isSame(this.account[table].get(keyOf(table, after)), after));
		});
		return isAsLeft && !this.hasMore(unit);
	}

	/** Whether an attempt has been answered or graded since: the account's own had its answers before. */
	private hasMore(unit: readonly Change[]): boolean {
		const attempt = unit.find((change) => change.table === 'attempt' && (change.gone ?? reopens(change)));
		const id = attempt?.after && text(attempt.after, 'id');
		if (!id) return false;
		const tables = attempt.gone ? (['response', 'grading', 'mark'] as const) : (['grading', 'mark'] as const);
		return tables.some((table) => {
			const known = new Set(
				unit.flatMap((one) => (one.table === table && one.after ? [keyOf(table, one.after)] : [])),
			);
			const isNew = (row: Row) => text(row, 'attempt_id') === id && !known.has(keyOf(table, row));
			return [...this.account[table].values()].some(isNew);
		});
	}

	/** Whether something that stays would lose what it stands on. */
	isRestedOn(unit: readonly Change[]): boolean {
		return unit.some((change) => {
			const { table, after, before } = change;
			if (table === 'course_completion' && after && !isSame(before, after))
				return [...this.account.certificate.values()].some((row) => cycleOf(row) === cycleOf(after));
			if (!reopens(change)) return false;
			return [...this.account.attempt.values()].some((row) => isOpen(row) && quizOf(row) === quizOf(after!));
		});
	}

	takeBack(unit: readonly Change[]): void {
		for (const { table, before, after } of unit) {
			if (after) this.account[table].delete(keyOf(table, after));
			if (before) this.account[table].set(keyOf(table, before), before);
		}
	}

	/** What the account has done by itself since, where a row that it was given goes: it stands for itself then. */
	ownInstead({ table, after }: Change): Row | null {
		if (!after) return null;
		const course = text(after, 'course_id');
		if (table === 'enrolment') return this.hasAnything(course) ? after : null;
		if (table !== 'lesson_completion') return null;
		const done = [...this.account.learning_event.values()]
			.filter((event) => event['type'] === 'lesson.done' && text(event, 'course_id') === course)
			.filter((event) => event['lesson_id'] === after['lesson_id'])
			.sort((a, b) => timeIn(a, 'at') - timeIn(b, 'at'))[0];
		return done
			? { ...after, version: text(done, 'version'), done_at: text(done, 'at'), by: 'marked' }
			: null;
	}

	private hasAnything(course: string): boolean {
		const tables = ['attempt', 'learning_event', 'check_response', 'lesson_completion'] as const;
		return tables.some((table) =>
			[...this.account[table].values()].some((row) => text(row, 'course_id') === course),
		);
	}
}

function byKey(kept: Kept): Record<Change['table'], Map<string, Row>> {
	return Object.fromEntries(
		learningTables.map((table) => [table, new Map(kept[table].map((row) => [keyOf(table, row), row]))]),
	) as Record<Change['table'], Map<string, Row>>;
}

function writings(back: readonly Change[], there: Standing): Writing[] {
	return learningTables.map((table) => {
		const remove: Row[] = [];
		const update: Row[] = [];
		const insert: Row[] = [];
		for (const change of back.filter((one) => one.table === table)) {
			const { gone, before, after } = change;
			if (gone) insert.push(gone);
			if (!after || isSame(before, after)) continue;
			const stays = before ?? there.ownInstead(change);
			if (!stays) remove.push(after);
			else if (!isSame(stays, after)) update.push(stays);
		}
		return { table, remove, update, insert };
	});
}
