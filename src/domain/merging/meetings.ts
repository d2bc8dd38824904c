import { listIn, text, timeIn, type Kept, type Row } from './tables.ts';

/** The name of today of a question of a course, or of a quiz. */
export type NameNow = (course: string, id: string) => string;

/** When a learner first met each question, in an attempt or in a lesson. */
export class Meetings {
	readonly #first = new Map<string, number>();

	constructor(
		kept: Pick<Kept, 'attempt' | 'check_response'>,
		private readonly questionNow: NameNow,
	) {
		for (const attempt of kept.attempt)
			for (const question of listIn(attempt, 'questions'))
				this.#note(text(attempt, 'course_id'), question, timeIn(attempt, 'started_at'));
		for (const check of kept.check_response)
			this.#note(text(check, 'course_id'), text(check, 'question_id'), timeIn(check, 'at'));
	}

	#note(course: string, question: string, at: number) {
		const key = this.#keyOf(course, question);
		this.#first.set(key, Math.min(this.#first.get(key) ?? Infinity, at));
	}

	#keyOf(course: string, question: string): string {
		return `${course} ${this.questionNow(course, question)}`;
	}

	/** Whether the question was met before that time; of two at the same time the account's was first. */
	wasBefore(course: string, question: string, at: number, isAccounts: boolean): boolean {
		const first = this.#first.get(this.#keyOf(course, question)) ?? Infinity;
		return isAccounts ? first <= at : first < at;
	}

	/** An attempt without the first meetings of questions that this learner had met before. */
	attemptAfter(attempt: Row, areAccounts: boolean): Row {
		const [course, at] = [text(attempt, 'course_id'), timeIn(attempt, 'started_at')];
		const left = listIn(attempt, 'first_exposures').filter(
			(question) => !this.wasBefore(course, question, at, areAccounts),
		);
		return { ...attempt, first_exposures: left };
	}

	/** The same of an answer in a lesson. */
	checkAfter(check: Row, areAccounts: boolean): Row {
		const isMet = this.wasBefore(
			text(check, 'course_id'),
			text(check, 'question_id'),
			timeIn(check, 'at'),
			areAccounts,
		);
		return isMet ? { ...check, first_exposure: false } : check;
	}
}
