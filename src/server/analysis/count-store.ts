/** Attempts at one quiz, counted by the database. */
import { fastEnding } from '#domain/analysis/answered.ts';
import type { AnsweredCount, TotalsCount } from '#domain/analysis/pool.ts';
import type { Channel, FormName, Locale, TargetGroup } from '#schemas/names.ts';
import type { Param, Query } from '../db/query.ts';

/** Which attempts; what is left out does not matter. */
export interface Slice {
	version?: string;
	locale?: Locale;
	group?: TargetGroup;
	assisted?: boolean;
	channel?: Channel;
	form?: FormName;
	/** Without those that were clicked through, and without fast answers in the others. */
	withoutFast: boolean;
}

export interface QuizNames {
	course: string;
	/** All names that the quiz has had. */
	quizzes: string[];
}

/**
 * Attempts at a quiz, narrowed by what is asked for and nothing else: a plan that has to serve every choice, as databases
 * make one once a statement is asked for often, expects next to nothing and sorts a million lines on the disk.
 */
function attemptsOf({ course, quizzes }: QuizNames, slice: Slice): { attempts: string; params: Param[] } {
	const params: Param[] = [course, JSON.stringify(quizzes)];
	const asked = Object.entries({
		version: slice.version,
		locale: slice.locale,
		target_group: slice.group,
		channel: slice.channel,
		form: slice.form,
	}).flatMap(([column, value]) =>
		value === undefined ? [] : `and a.${column} = $${params.push(value)}::text`,
	);
	if (slice.assisted !== undefined)
		asked.push(`and a.assisted_by is ${slice.assisted ? 'not null' : 'null'}`);
	if (slice.withoutFast) asked.push('and not a.rushed');
	const attempts = `
	from attempt a
	where a.course_id = $1 and a.quiz_id in (select jsonb_array_elements_text($2::text::jsonb))
		and a.submitted_at is not null and a.items is not null ${asked.join(' ')}`;
	return { attempts, params };
}

/**
 * One pass over the attempts, without a look at answers or gradings: see `domain/analysis/answered.ts`. Arrays unfold in the
 * select list, which takes half the time that they take in `from`; letters are compared as bytes.
 */
const itemCounts = (attempts: string) => `
	select i.line collate "C" as line, a.score as total, a.number = 1 as "isFirst", count(*)::int as count,
		count(i.seconds)::int as timed, coalesce(sum(i.seconds), 0)::float8 as seconds
	from (select a.items, a.item_seconds, a.score, a.number ${attempts}) a
	cross join lateral (select unnest(a.items) as line, unnest(a.item_seconds) as seconds) i
	group by 1, 2, 3`;

/** Fast answers stand in lines of their own, so that they are left out of what was counted. */
export async function selectItemCounts(query: Query, of: QuizNames, slice: Slice): Promise<AnsweredCount[]> {
	const { attempts, params } = attemptsOf(of, slice);
	const counts = await query<AnsweredCount>(itemCounts(attempts), params);
	return slice.withoutFast ? counts.filter(({ line }) => !line.endsWith(fastEnding)) : counts;
}

/** Attempts that are alike in all that slices are made by. */
export interface AttemptCount extends TotalsCount {
	version: string;
	locale: Locale;
	group: TargetGroup | null;
	assisted: boolean;
	channel: Channel;
	form: FormName | null;
	rushed: boolean;
}

const attemptCounts = (attempts: string) => `
	select a.score as total, a.max_score as "maxScore", a.number = 1 as "isFirst", coalesce(a.passed, false) as passed,
		a.version, a.locale, a.target_group as "group", a.assisted_by is not null as assisted, a.channel, a.rushed,
		a.form, count(*)::int as count
	${attempts}
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;

export function selectAttemptCounts(query: Query, of: QuizNames, slice: Slice): Promise<AttemptCount[]> {
	const { attempts, params } = attemptsOf(of, slice);
	return query<AttemptCount>(attemptCounts(attempts), params);
}

/** How many statistics have not been told of. */
export async function countUntold(query: Query, { course, quizzes }: QuizNames): Promise<number> {
	const [row] = await query<{ n: number }>(
		`select count(*)::int as n from attempt where submitted_at is not null and items is null
			and course_id = $1 and quiz_id in (select jsonb_array_elements_text($2::text::jsonb))`,
		[course, JSON.stringify(quizzes)],
	);
	return row!.n;
}

/** The lines of people's first attempts, the newest. */
export async function selectLines(
	query: Query,
	of: QuizNames,
	slice: Slice,
	most: number,
): Promise<string[][]> {
	const { attempts, params } = attemptsOf(of, slice);
	const rows = await query<{ lines: string[] }>(
		`select to_json(a.items) as lines ${attempts} and a.number = 1
			order by a.submitted_at desc limit $${params.push(most)}::int`,
		params,
	);
	return rows.map(({ lines }) => lines);
}

export interface QuizCount {
	course: string;
	/** As the quiz was called then. */
	quiz: string;
	attempts: number;
	people: number;
	/** Of these people's first attempts. */
	passed: number;
}

const quizCounts = `
	select course_id as course, quiz_id as quiz, count(*)::int as attempts,
		count(*) filter (where number = 1)::int as people,
		count(*) filter (where number = 1 and passed)::int as passed
	from attempt
	where submitted_at is not null
		and ($1::text is null or course_id in (select jsonb_array_elements_text($1::text::jsonb)))
	group by 1, 2`;

/** How many attempts were handed in at each quiz of these courses; null: of all. */
export function selectQuizCounts(query: Query, courses: readonly string[] | null): Promise<QuizCount[]> {
	return query<QuizCount>(quizCounts, [courses && JSON.stringify(courses)]);
}
