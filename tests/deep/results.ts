/** So many results of a quiz that counting them takes time, with what counting has to find; and how long that takes. */
import { createHash } from 'node:crypto';
import { writeAnswered } from '#domain/analysis/answered.ts';
import { analyse } from '#domain/analysis/analyse.ts';
import { pooled, type AnsweredCount } from '#domain/analysis/pool.ts';
import { selectAttemptCounts, selectItemCounts, type Slice } from '#server/analysis/count-store.ts';
import type { Database } from '#server/db/connect.ts';

export const ofMany = { course: 'nhieu-ket-qua', quizzes: ['cuoi-khoa'] };
export const questions = 10;
const places = Array.from({ length: questions }, (_, place) => place);
const options = ['a', 'b', 'c', 'd'];

interface Result {
	learner: string;
	number: number;
	score: number;
	lines: string[];
	seconds: number[];
}

/** Hexadecimal digits that always follow from the same text. */
const digits = (text: string) => createHash('sha256').update(text).digest('hex');
const keys = places.map((place) => digits(`key ${place}`));

/** What came of the attempt with this number: every tenth is a second one of whoever made the one before. */
function resultOf(attempt: number): Result {
	const isSecond = attempt % 10 === 9;
	const chance = Buffer.from(digits(`attempt ${attempt}`), 'hex');
	// Who knows more is right more often.
	const choosesAmong = 1 + (attempt % 4);
	const chosen = places.map((place) => chance[place]! % choosesAmong);
	const lines = places.map((place) => {
		const isRight = chosen[place] === 0;
		return writeAnswered({
			question: `cau-${place + 1}`,
			key: keys[place]!,
			score: isRight ? 1 : 0,
			maxScore: 1,
			correct: isRight ? 'true' : 'false',
			chosen: [options[chosen[place]!]!],
			confidence: null,
			isFast: chance[place + questions]! < 5,
		});
	});
	const id = digits(`learner ${isSecond ? attempt - 1 : attempt}`);
	return {
		learner: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join(
			'-',
		),
		number: isSecond ? 2 : 1,
		score: chosen.filter((option) => option === 0).length,
		lines,
		seconds: places.map((place) => 3 + (chance[place + questions]! % 40)),
	};
}

/** A quiz of another name has as many, and they stand among each other, as in a table that has grown. */
const insert = `
	insert into attempt (learner_id, id, course_id, quiz_id, version, number, seed, questions, first_exposures, pass, policy,
		started_at, submitted_at, score, max_score, passed, items, item_seconds, rushed, locale)
	select t.learner, gen_random_uuid(), $1, quiz, '0123456789abcdef', t.number, 'seed', '[]', '[]', 0.6,
		'{"attempts": null, "minutes": null, "review": "full"}', now(), now(), t.score, $3::int, t.score >= 6,
		array(select jsonb_array_elements_text(t.lines)), array(select jsonb_array_elements_text(t.seconds)::int), false, 'vi'
	from jsonb_to_recordset($4::text::jsonb) as t (learner uuid, number int, score int, lines jsonb, seconds jsonb)
	cross join (values ($2::text), ('quiz-khac')) as quizzes (quiz)`;

const aRound = 2000;

/** Fills a database with so many attempts, and says what counting their items has to find, line by line. */
export async function fillResults(
	{ query }: Database,
	attempts: number,
): Promise<Map<string, AnsweredCount>> {
	const expected = new Map<string, AnsweredCount>();
	for (let from = 0; from < attempts; from += aRound) {
		const amount = Math.min(aRound, attempts - from);
		const results = Array.from({ length: amount }, (_, index) => resultOf(from + index));
		await query(insert, [ofMany.course, ofMany.quizzes[0]!, questions, JSON.stringify(results)]);
		for (const result of results) add(expected, result);
	}
	await query('analyze attempt', []);
	return expected;
}

function add(expected: Map<string, AnsweredCount>, { number, score, lines, seconds }: Result): void {
	for (const [place, line] of lines.entries()) {
		const isFirst = number === 1;
		const name = nameOf({ line, total: score, isFirst });
		const known = expected.get(name) ?? { line, total: score, isFirst, count: 0, timed: 0, seconds: 0 };
		known.count += 1;
		known.timed += 1;
		known.seconds += seconds[place]!;
		expected.set(name, known);
	}
}

export const nameOf = ({ line, total, isFirst }: Pick<AnsweredCount, 'line' | 'total' | 'isFirst'>) =>
	`${line} ${total} ${isFirst}`;

/** Counts as whoever asks for an analysis has it done, to the last figure. Milliseconds, and what was counted. */
export async function countResults({ query }: Database, slice: Slice) {
	const start = performance.now();
	const [counts, attempts] = await Promise.all([
		selectItemCounts(query, ofMany, slice),
		selectAttemptCounts(query, ofMany, slice),
	]);
	const counted = performance.now();
	const { test } = pooled(counts, attempts, { nameOf: (question) => question, rightOf: () => ['a'] });
	const figures = analyse(test);
	return { counts, figures, counting: counted - start, figuring: performance.now() - counted };
}
