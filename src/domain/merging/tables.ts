/** What is kept of a learner, row by row, as far as it can go from one learner to another. */

/** A row under the names of its columns; times are ISO strings. */
export type Row = Readonly<Record<string, unknown>>;

/** The columns that name a row of a learner. Serials, and what graders know an answer by, are looked up without one. */
export const keyColumns = {
	enrolment: ['learner_id', 'course_id'],
	learning_event: ['learner_id', 'id'],
	lesson_completion: ['learner_id', 'course_id', 'lesson_id'],
	course_completion: ['learner_id', 'course_id', 'cycle'],
	check_response: ['learner_id', 'id'],
	attempt: ['learner_id', 'id'],
	response: ['learner_id', 'attempt_id', 'question_id'],
	grading: ['learner_id', 'attempt_id', 'question_id', 'number'],
	mark: ['learner_id', 'attempt_id', 'question_id', 'number'],
	grading_task: ['id'],
	incident: ['learner_id', 'id'],
	upload: ['learner_id', 'id'],
	regrade_change: ['learner_id', 'attempt_id', 'regrade_id'],
	attempt_grant: ['learner_id', 'id'],
	review_item: ['learner_id', 'course_id', 'question_id'],
	certificate: ['learner_id', 'serial'],
	certificate_serial: ['serial'],
	name_correction: ['learner_id', 'id'],
	voucher: ['learner_id', 'id'],
} as const;
export type LearningTable = keyof typeof keyColumns;
export const learningTables = Object.keys(keyColumns) as LearningTable[];

/** What belongs to an attempt, by `attempt_id`. */
export const partsOfAttempts = [
	'response',
	'grading',
	'mark',
	'grading_task',
	'regrade_change',
	'incident',
	'upload',
] as const;

/** All rows of one learner. */
export type Kept = Record<LearningTable, Row[]>;

/** What becomes of one thing: the guest's row of it, the account's, and the account's afterwards; null: there is none. */
export interface Change {
	table: LearningTable;
	/** The guest's, which goes. */
	gone: Row | null;
	/** The account's, which stays under its key unless `after` is null. */
	before: Row | null;
	after: Row | null;
}

/** Rows of one table that are to be deleted, changed under their keys, and added; in this order. */
export interface Writing {
	table: LearningTable;
	remove: Row[];
	update: Row[];
	insert: Row[];
}

export function keyOf(table: LearningTable, row: Row): string {
	return keyColumns[table].map((column) => String(row[column])).join(' ');
}

export function isSame(a: Row | null | undefined, b: Row | null | undefined): boolean {
	if (!a || !b) return !a && !b;
	const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...columns].every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]));
}

export const text = (row: Row, column: string): string => String(row[column]);
export const timeIn = (row: Row, column: string): number => Date.parse(text(row, column));
export const listIn = (row: Row, column: string): string[] => row[column] as string[];
