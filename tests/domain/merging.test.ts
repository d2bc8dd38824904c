/** What goes where when a guest's learning becomes an account's: nothing is lost, nothing is there twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MergeContext } from '#domain/merging/facts.ts';
import { openPairs, planMerge } from '#domain/merging/plan.ts';
import {
	keyOf,
	learningTables,
	text,
	type Change,
	type Kept,
	type LearningTable,
	type Row,
	type Writing,
} from '#domain/merging/tables.ts';
import { planUndo } from '#domain/merging/undo.ts';
import { writingsOf } from '#domain/merging/writings.ts';

const [guestId, accountId] = ['guest', 'account'];
const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const empty = () => Object.fromEntries(learningTables.map((table) => [table, []])) as unknown as Kept;

const quizzes = ['giua', 'cuoi'];
const questions = ['a', 'b', 'c'];
const courses = ['mot', 'hai'];
const same = (_course: string, id: string) => id;

interface Acts {
	lessons: { course: string; lesson: string; when: number }[];
	checks: { course: string; question: string; when: number }[];
	attempts: { course: string; quiz: string; when: number; open: boolean; answers: number }[];
	certified: { course: string; holder: string }[];
}
const when = fc.nat(1000);
const actsOf = fc.record({
	lessons: fc.array(
		fc.record({ course: fc.constantFrom(...courses), lesson: fc.constantFrom('1', '2'), when }),
		{ maxLength: 4 },
	),
	checks: fc.array(
		fc.record({ course: fc.constantFrom(...courses), question: fc.constantFrom(...questions), when }),
		{ maxLength: 4 },
	),
	attempts: fc.array(
		fc.record({
			course: fc.constantFrom(...courses),
			quiz: fc.constantFrom(...quizzes),
			when,
			open: fc.boolean(),
			answers: fc.nat(3),
		}),
		{ maxLength: 6 },
	),
	certified: fc.array(
		fc.record({
			course: fc.constantFrom(...courses),
			holder: fc.constantFrom('Lê Thị Bưởi', 'lê thị bưởi', 'Ai Khác'),
		}),
		{ maxLength: 2 },
	),
}) as fc.Arbitrary<Acts>;

/** The rows that such acts leave, as the server writes them. */
function keptOf(learner: string, { lessons, checks, attempts, certified }: Acts): Kept {
	const kept = empty();
	const row = (more: Row): Row => ({ learner_id: learner, ...more });
	const enrolled = (course: string, n: number) => {
		if (!kept.enrolment.some((one) => one['course_id'] === course))
			kept.enrolment.push(row({ course_id: course, enrolled_at: at(n) }));
	};
	for (const [n, { course, lesson, when: time }] of lessons.entries()) {
		enrolled(course, time);
		const done = { course_id: course, lesson_id: lesson, version: 'v1' };
		kept.learning_event.push(row({ id: `${learner}-e${n}`, type: 'lesson.done', ...done, at: at(time) }));
		if (!kept.lesson_completion.some((one) => one['course_id'] === course && one['lesson_id'] === lesson))
			kept.lesson_completion.push(row({ ...done, done_at: at(time), by: 'marked' }));
	}
	for (const [n, { course, question, when: time }] of checks.entries()) {
		enrolled(course, time);
		const isFirst = !kept.check_response.some(
			(one) => one['question_id'] === question && one['course_id'] === course,
		);
		kept.check_response.push(
			row({
				id: `${learner}-c${n}`,
				course_id: course,
				question_id: question,
				first_exposure: isFirst,
				at: at(time),
			}),
		);
	}
	for (const [n, { course, quiz, when: time, open, answers }] of attempts.entries()) {
		enrolled(course, time);
		const before = kept.attempt.filter((one) => one['course_id'] === course && one['quiz_id'] === quiz);
		const isOpen = open && !before.some((one) => one['submitted_at'] === null);
		const id = `${learner}-a${n}`;
		const met = before.length > 0;
		kept.attempt.push(
			row({
				id,
				course_id: course,
				quiz_id: quiz,
				number: before.length + 1,
				questions,
				first_exposures: met ? [] : questions,
				policy: { retryHours: null },
				passed: isOpen ? null : answers === 3,
				started_at: at(time),
				submitted_at: isOpen ? null : at(time + 5),
				score: isOpen ? null : answers,
			}),
		);
		for (const question of questions.slice(0, answers)) {
			kept.response.push(
				row({
					attempt_id: id,
					question_id: question,
					revision: n,
					first_exposure: !met,
					saved_at: at(time + 1),
				}),
			);
			if (!isOpen) kept.grading.push(row({ attempt_id: id, question_id: question, number: 1, score: 1 }));
		}
	}
	for (const [n, { course, holder }] of certified.entries()) {
		if (kept.certificate.some((one) => one['course_id'] === course)) continue;
		const serial = `${learner}-s${n}`;
		const of = { course_id: course, cycle: 1 };
		enrolled(course, 0);
		kept.course_completion.push(row({ ...of, version: 'v1', completed_at: at(n) }));
		kept.certificate.push(row({ serial, ...of, record: { holder }, superseded_by: null, client_id: null }));
		kept.certificate_serial.push({ serial, learner_id: learner });
	}
	return kept;
}

function contextOf({ guest, account }: { guest: Kept; account: Kept }): MergeContext {
	const closings: MergeContext['closings'] = new Map(
		openPairs({ guest, account }, same).map(({ closes }) => {
			const { learner_id, id } = closes;
			const grading: Row = { learner_id, attempt_id: id, question_id: 'a', number: 1, score: 0 };
			return [
				keyOf('attempt', closes),
				{ attempt: { submitted_at: at(2000), score: 0 }, gradings: [grading], tasks: [] },
			];
		}),
	);
	let n = 0;
	return {
		account: accountId,
		name: 'Lê Thị Bưởi',
		questionNow: same,
		quizNow: same,
		mayStart: ({ quiz }, { facts }) => facts.attempts.filter((one) => one.quizId === quiz).length < 2,
		closings,
		ownRooms: new Set(),
		newId: () => `new-${(n += 1)}`,
	};
}

/** As the database does it: refuses a row that is not there, or there already. */
function written(all: Row[][], writings: readonly Writing[]): Kept {
	const tables = Object.fromEntries(
		learningTables.map((table, n) => [table, new Map(all[n]!.map((row) => [keyOf(table, row), row]))]),
	);
	for (const { table, remove } of writings)
		for (const row of remove)
			if (!tables[table]!.delete(keyOf(table, row))) throw new Error(`No ${keyOf(table, row)}`);
	for (const { table, update } of writings)
		for (const row of update) {
			if (!tables[table]!.has(keyOf(table, row))) throw new Error(`No ${table} ${keyOf(table, row)}`);
			tables[table]!.set(keyOf(table, row), row);
		}
	for (const { table, insert } of writings)
		for (const row of insert) {
			if (tables[table]!.has(keyOf(table, row))) throw new Error(`Twice ${table} ${keyOf(table, row)}`);
			tables[table]!.set(keyOf(table, row), row);
		}
	return Object.fromEntries(
		learningTables.map((table) => [table, [...tables[table]!.values()]]),
	) as unknown as Kept;
}
const together = (a: Kept, b: Kept) => learningTables.map((table) => [...a[table], ...b[table]]);
const of = (learner: string, kept: Kept) =>
	Object.fromEntries(
		learningTables.map((table) => [table, kept[table].filter((row) => row['learner_id'] === learner)]),
	) as unknown as Kept;
const sorted = (kept: Kept) =>
	learningTables.map((table) => kept[table].map((row) => JSON.stringify(row)).sort());

interface Merged {
	guest: Kept;
	account: Kept;
	after: Kept;
	changes: Change[];
}
function merged([theirs, own]: [Acts, Acts]): Merged {
	const [guest, account] = [keptOf(guestId, theirs), keptOf(accountId, own)];
	const changes = planMerge({ guest, account }, contextOf({ guest, account }));
	return { guest, account, changes, after: written(together(guest, account), writingsOf(changes)) };
}
const both = fc.tuple(actsOf, actsOf);
const holds = (property: (one: Merged) => void) =>
	fc.assert(
		fc.property(both, (acts) => property(merged(acts))),
		{ numRuns: 200 },
	);

describe('a merge', () => {
	it('loses nothing: every act of both is the account’s, and only strange certificates stay', () => {
		holds(({ guest, account, after }) => {
			const own = of(accountId, after);
			for (const table of ['learning_event', 'check_response', 'attempt', 'response'] as const)
				expect(own[table]).toHaveLength(guest[table].length + account[table].length);
			const lessened = own.attempt
				.filter((row) => row['uncounted'] === 'limit' && row['passed'])
				.map((row) => row['course_id']);
			const certified = own.certificate.map((row) => row['course_id']);
			// A completion that rests on a pass beyond the limit is earned anew, or not, unless a certificate says it.
			const stays = (row: Row) =>
				!('completed_at' in row && lessened.includes(row['course_id'])) ||
				certified.includes(row['course_id']);
			const names = (table: LearningTable, rows: Row[]) =>
				new Set(rows.map((row) => keyOf(table, { ...row, learner_id: '' })));
			for (const table of ['enrolment', 'lesson_completion', 'course_completion'] as const)
				expect(names(table, own[table])).toEqual(
					names(table, [...guest[table].filter(stays), ...account[table]]),
				);
			expect(after.certificate).toHaveLength(guest.certificate.length + account.certificate.length);
			const left = of(guestId, after);
			for (const table of learningTables)
				if (!table.startsWith('certificate')) expect(left[table], table).toEqual([]);
		});
	});

	it('leaves one row of what both have: the earlier day, one open attempt a quiz, numbers without repeats', () => {
		holds(({ guest, account, after }) => {
			const own = of(accountId, after);
			for (const row of own.lesson_completion) {
				const times = [...guest.lesson_completion, ...account.lesson_completion]
					.filter((one) => one['course_id'] === row['course_id'] && one['lesson_id'] === row['lesson_id'])
					.map((one) => text(one, 'done_at'));
				expect(row['done_at']).toBe(times.sort()[0]);
			}
			const quizOf = (row: Row) => `${text(row, 'course_id')} ${text(row, 'quiz_id')}`;
			const open = own.attempt.filter((row) => row['submitted_at'] === null).map(quizOf);
			expect(new Set(open).size).toBe(open.length);
			const numbers = own.attempt.map((row) => `${quizOf(row)} ${String(row['number'])}`);
			expect(new Set(numbers).size).toBe(numbers.length);
			const certified = own.certificate.map((row) => text(row, 'course_id'));
			expect(new Set(certified).size).toBe(certified.length);
		});
	});

	it('calls a question met for the first time once at most, and never what the other had met before', () => {
		holds(({ guest, account, after }) => {
			const own = of(accountId, after);
			const earliest = (course: unknown, question: unknown, kept: Kept) =>
				[
					...kept.attempt
						.filter(
							(row) => row['course_id'] === course && (row['questions'] as unknown[]).includes(question),
						)
						.map((row) => text(row, 'started_at')),
					...kept.check_response
						.filter((row) => row['course_id'] === course && row['question_id'] === question)
						.map((row) => text(row, 'at')),
				].sort()[0] ?? 'never';
			for (const row of own.attempt)
				for (const question of row['first_exposures'] as string[]) {
					const isGuests = text(row, 'id').startsWith(guestId);
					const other = earliest(row['course_id'], question, isGuests ? account : guest);
					expect(other >= text(row, 'started_at')).toBe(true);
				}
			for (const row of own.response.filter((one) => one['first_exposure'])) {
				const attempt = own.attempt.find((one) => one['id'] === row['attempt_id']);
				expect(attempt?.['first_exposures']).toContain(row['question_id']);
			}
		});
	});

	it('counts no attempt of the guest that is beyond the limit in both histories, and every other one', () => {
		holds(({ guest, account, after }) => {
			for (const row of of(accountId, after).attempt) {
				const began = text(row, 'started_at');
				const isGuests = text(row, 'id').startsWith(guestId);
				const before = [...guest.attempt, ...account.attempt].filter(
					(one) =>
						one['course_id'] === row['course_id'] &&
						one['quiz_id'] === row['quiz_id'] &&
						(text(one, 'started_at') < began ||
							(text(one, 'started_at') === began && text(one, 'id') < text(row, 'id'))),
				);
				const isBeyond = isGuests && before.length >= 2;
				// Of those begun in the same moment, any may be the one beyond.
				const twins = [...guest.attempt, ...account.attempt].filter(
					(one) => text(one, 'started_at') === began,
				);
				if (twins.length === 1) expect(row['uncounted'] === 'limit').toBe(isBeyond);
				if (!isGuests) expect(row['uncounted']).toBeUndefined();
			}
		});
	});

	it('taken back at once leaves both as they were', () => {
		holds(({ guest, account, after, changes }) => {
			const now = { guest: of(guestId, after), account: of(accountId, after) };
			const { writings, stayed } = planUndo(changes, now);
			expect(stayed).toBe(0);
			const back = written(together(now.guest, now.account), writings);
			expect(sorted(of(guestId, back))).toEqual(sorted(guest));
			expect(sorted(of(accountId, back))).toEqual(sorted(account));
		});
	});

	it('taken back later keeps with the account what was gone on with, and never breaks a row', () => {
		fc.assert(
			fc.property(both, fc.nat(), fc.constantFrom(...quizzes), (acts, pick, quiz) => {
				const { after, changes } = merged(acts);
				const own = of(accountId, after);
				const moved = own.attempt[pick % Math.max(1, own.attempt.length)];
				// It is answered once more, and another attempt is opened where none is.
				const answered = moved && {
					learner_id: accountId,
					attempt_id: moved['id'],
					question_id: 'later',
					revision: 9,
					first_exposure: false,
					saved_at: at(3000),
				};
				if (answered) own.response.push(answered);
				if (!own.attempt.some((row) => row['quiz_id'] === quiz && row['submitted_at'] === null))
					own.attempt.push({
						...(own.attempt[0] ?? { course_id: courses[0], questions, first_exposures: [] }),
						learner_id: accountId,
						id: 'later',
						quiz_id: quiz,
						number: 99,
						submitted_at: null,
					});
				const now = { guest: of(guestId, after), account: own };
				const back = written(together(now.guest, now.account), planUndo(changes, now).writings);
				const kept = of(accountId, back);
				if (moved) {
					expect(kept.attempt.some((row) => row['id'] === moved['id'])).toBe(true);
					expect(kept.response).toContainEqual(answered);
				}
				for (const learner of [guestId, accountId]) {
					const all = of(learner, back);
					const open = all.attempt.filter((row) => row['submitted_at'] === null);
					const places = open.map((row) => `${text(row, 'course_id')} ${text(row, 'quiz_id')}`);
					expect(new Set(places).size).toBe(places.length);
					const ids = new Set(all.attempt.map((row) => row['id']));
					for (const row of all.response) expect(ids.has(row['attempt_id'])).toBe(true);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe('the same act sent for both', () => {
	it('counts once; an attempt of the same name gets another', () => {
		const acts: Acts = { lessons: [], checks: [], attempts: [], certified: [] };
		const [guest, account] = [keptOf(guestId, acts), keptOf(accountId, acts)];
		const act = { id: 'x', type: 'try.done', course_id: 'mot', lesson_id: '1', at: at(1) };
		const attempt = {
			policy: { retryHours: null },
			id: 'y',
			course_id: 'mot',
			quiz_id: 'giua',
			number: 1,
			questions,
			first_exposures: questions,
			started_at: at(1),
			submitted_at: at(2),
		};
		for (const [learner, kept] of [
			[guestId, guest],
			[accountId, account],
		] as const) {
			kept.learning_event.push({ learner_id: learner, ...act });
			kept.attempt.push({ learner_id: learner, ...attempt });
		}
		const changes = planMerge({ guest, account }, contextOf({ guest, account }));
		const own = of(accountId, written(together(guest, account), writingsOf(changes)));
		expect(own.learning_event).toHaveLength(1);
		expect(own.attempt.map((row) => [row['id'], row['number']])).toEqual([
			['y', 1],
			['new-1', 2],
		]);
	});
});
