import { beyondLimit } from './allowed.ts';
import { certificates } from './certificates.ts';
import type { Uncounted } from '../facts.ts';
import { datedFacts, movedTo, type Both, type MergeContext } from './facts.ts';
import { Meetings, type NameNow } from './meetings.ts';
import {
	isSame,
	keyOf,
	partsOfAttempts,
	text,
	timeIn,
	type Change,
	type LearningTable,
	type Row,
} from './tables.ts';

/** Both learners have an attempt open at the same quiz: only one can stay so. */
export interface OpenPair {
	stays: Row;
	closes: Row;
}

const isOpen = (attempt: Row) => attempt['submitted_at'] === null;
const quizOf = (attempt: Row, quizNow: NameNow) => {
	const course = text(attempt, 'course_id');
	return `${course} ${quizNow(course, text(attempt, 'quiz_id'))}`;
};

/** The one that was worked at last stays open; of two alike, the account's. */
export function openPairs({ guest, account }: Both, quizNow: NameNow): OpenPair[] {
	const open = new Map(account.attempt.filter(isOpen).map((one) => [quizOf(one, quizNow), one]));
	return guest.attempt.filter(isOpen).flatMap((theirs) => {
		const own = open.get(quizOf(theirs, quizNow));
		if (!own) return [];
		const isNewer = lastWork(theirs, guest.response) > lastWork(own, account.response);
		return [isNewer ? { stays: theirs, closes: own } : { stays: own, closes: theirs }];
	});
}

function lastWork(attempt: Row, responses: Row[]): number {
	const own = responses.filter((one) => one['attempt_id'] === attempt['id']);
	return Math.max(timeIn(attempt, 'started_at'), ...own.map((one) => timeIn(one, 'saved_at')));
}

/**
 * What goes where when all that a guest learned becomes the account's. Nothing is lost and nothing is there twice; a
 * certificate under another name stays with the guest, and so does whatever belongs to it.
 */
export function planMerge(both: Both, context: MergeContext): Change[] {
	const beyond = beyondLimit(both, context.mayStart);
	return [
		...datedFacts('enrolment', both, context, ({ course_id }) => String(course_id), 'enrolled_at'),
		...datedFacts(
			'lesson_completion',
			both,
			context,
			({ course_id, lesson_id }) => `${String(course_id)} ${String(lesson_id)}`,
			'done_at',
		),
		...sameOnce('learning_event', both, context),
		...sameOnce('attempt_grant', both, context),
		...datedFacts(
			'review_item',
			both,
			context,
			({ course_id, question_id }) => `${String(course_id)} ${String(question_id)}`,
			'reviewed_at',
		),
		...checks(both, context),
		...attempts(both, context, beyond),
		...certificates(both, context, beyond),
	];
}

/** The account's row of a table under which a row of the guest would come to stand. */
function rowsAt(table: LearningTable, rows: Row[]): Map<string, Row> {
	return new Map(rows.map((row) => [keyOf(table, row), row]));
}

/** Acts by ids that the device made: the same act sent for both counts once. */
function sameOnce(table: LearningTable, { guest, account }: Both, context: MergeContext): Change[] {
	const own = rowsAt(table, account[table]);
	return guest[table].map((gone) => {
		const moved = movedTo(gone, context);
		const before = own.get(keyOf(table, moved)) ?? null;
		return { table, gone, before, after: before ?? moved };
	});
}

function checks(both: Both, context: MergeContext): Change[] {
	const { guest, account } = both;
	const [guests, accounts] = meetingsOf(both, context);
	const moved = sameOnce('check_response', both, context).map((change) =>
		change.before ? change : { ...change, after: change.after && accounts.checkAfter(change.after, false) },
	);
	const taken = new Set(moved.flatMap(({ before }) => (before ? [text(before, 'id')] : [])));
	// The same answer in both histories is met in neither before itself.
	const others = guest.check_response.filter((row) => !taken.has(text(row, 'id')));
	const later =
		taken.size > 0
			? new Meetings({ attempt: guest.attempt, check_response: others }, context.questionNow)
			: guests;
	return [
		...moved,
		...account.check_response.flatMap((before) =>
			changed('check_response', before, later.checkAfter(before, true)),
		),
	];
}

function meetingsOf({ guest, account }: Both, { questionNow }: MergeContext) {
	return [new Meetings(guest, questionNow), new Meetings(account, questionNow)] as const;
}

function changed(table: LearningTable, before: Row, after: Row): Change[] {
	return isSame(before, after) ? [] : [{ table, gone: null, before, after }];
}

function attempts(both: Both, context: MergeContext, beyond: ReadonlySet<Row>): Change[] {
	const { guest, account } = both;
	const [guests, accounts] = meetingsOf(both, context);
	const closing = new Set(openPairs(both, context.quizNow).map(({ closes }) => closes));
	const ended = (attempt: Row) => {
		if (!closing.has(attempt)) return {};
		const closed = context.closings.get(keyOf('attempt', attempt));
		if (!closed) throw new Error(`Nothing says how attempt ${text(attempt, 'id')} ends.`);
		return closed.attempt;
	};
	const endingOf = (attempt: Row, id: string): Change[] => {
		const ending = closing.has(attempt) ? context.closings.get(keyOf('attempt', attempt)) : undefined;
		const added = (table: LearningTable) => (row: Row) => {
			const after = { ...movedTo(row, context), attempt_id: id };
			return { table, gone: null, before: null, after };
		};
		return [
			...(ending?.gradings ?? []).map(added('grading')),
			...(ending?.tasks ?? []).map(added('grading_task')),
		];
	};
	const number = numbering(account.attempt, context.quizNow);
	const taken = new Set(account.attempt.map((row) => text(row, 'id')));
	const alongOf = partsOfAttempts.map((table) => [table, byAttempt(guest[table])] as const);
	const ownResponses = byAttempt(account.response);

	const theirs = inOrder(guest.attempt).flatMap((gone): Change[] => {
		const id = taken.has(text(gone, 'id')) ? context.newId() : text(gone, 'id');
		const after = accounts.attemptAfter(
			{
				...movedTo(gone, context),
				id,
				number: number(gone),
				...ended(gone),
				...(beyond.has(gone) && { uncounted: 'limit' satisfies Uncounted }),
				...(context.ownRooms.has(String(gone['room_id'])) && { supervised: false }),
			},
			false,
		);
		const along = (table: LearningTable, row: Row): Change => {
			const moved = { ...movedTo(row, context), attempt_id: id };
			return { table, gone: row, before: null, after: table === 'response' ? asMet(moved, after) : moved };
		};
		return [
			{ table: 'attempt', gone, before: null, after },
			...alongOf.flatMap(([table, rows]) =>
				(rows.get(text(gone, 'id')) ?? []).map((row) => along(table, row)),
			),
			...endingOf(gone, id),
		];
	});
	const own = account.attempt.flatMap((before) => {
		const after = { ...guests.attemptAfter(before, true), ...ended(before) };
		return [
			...changed('attempt', before, after),
			...(ownResponses.get(text(before, 'id')) ?? []).flatMap((row) =>
				changed('response', row, asMet(row, after)),
			),
			...endingOf(before, text(before, 'id')),
		];
	});
	return [...theirs, ...own];
}

/** An answer is to a question met for the first time only where its attempt says so. */
function asMet(response: Row, attempt: Row): Row {
	const isFirst = (attempt['first_exposures'] as string[]).includes(text(response, 'question_id'));
	return response['first_exposure'] && !isFirst ? { ...response, first_exposure: false } : response;
}

function byAttempt(rows: Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const id = text(row, 'attempt_id');
		found.set(id, [...(found.get(id) ?? []), row]);
	}
	return found;
}

const inOrder = (rows: Row[]) => [...rows].sort((a, b) => Number(a['number']) - Number(b['number']));

/** The account's attempts keep their numbers; the guest's at the same quiz are counted on from there. */
function numbering(own: Row[], quizNow: NameNow): (attempt: Row) => number {
	const highest = new Map<string, number>();
	for (const attempt of own) {
		const quiz = quizOf(attempt, quizNow);
		highest.set(quiz, Math.max(highest.get(quiz) ?? 0, Number(attempt['number'])));
	}
	return (attempt) => {
		const quiz = quizOf(attempt, quizNow);
		const known = highest.get(quiz);
		if (known === undefined) return Number(attempt['number']);
		highest.set(quiz, known + 1);
		return known + 1;
	};
}
