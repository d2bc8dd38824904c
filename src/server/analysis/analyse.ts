import { may } from '#domain/access.ts';
import { fewPeople } from '#domain/analysis/analyse.ts';
import { itemFigures, type ItemFigures } from '#domain/analysis/item.ts';
import { pooled, type Revision } from '#domain/analysis/pool.ts';
import { testFigures } from '#domain/analysis/whole.ts';
import type { AnalysisQuery, ItemAnalysis, QuizAnalysis } from '#schemas/analysis.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { quizNamed, type CourseQuiz } from '../attempts/quiz.ts';
import { summariseCourse, summariseQuiz } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import {
	countUntold,
	selectAttemptCounts,
	selectItemCounts,
	type AttemptCount,
	type Slice,
} from './count-store.ts';
import { fitted } from './irt.ts';
import { nameNow, optionText, quizNames, revisionId, revisionsIn, type Revisions } from './questions.ts';
import { rateOf, slicesOf } from './slices.ts';
import { tellItems } from './tell.ts';

type Needed = Pick<Deps, 'catalog' | 'database' | 'now'>;

export interface Asked {
	course: string;
	quiz: string;
	query: AnalysisQuery;
	/** Of titles. */
	locale: Locale;
}

/** Attempts that are told of while somebody waits for the figures; the minute's job tells of the others. */
const mostUntold = 1000;

/** A quiz of a course that whoever asks may do this in, a withdrawn one too. */
export async function quizFor(
	{ catalog, now }: Needed,
	{ grants }: Principal,
	act: 'analysis.read' | 'attempt.regrade',
	{ course, quiz }: { course: string; quiz: string },
): Promise<CourseQuiz | Failure> {
	if (!may(grants, act, { course }, now().getTime())) return fail('not-allowed');
	const version = await catalog.lastVersion(course);
	if (!version) return fail('course-unknown');
	return quizNamed(version, quiz) ?? fail('quiz-unknown');
}

/** What results say of a quiz and its questions. */
export async function analyseQuiz(
	deps: Needed,
	who: Principal,
	asked: Asked,
): Promise<QuizAnalysis | Failure> {
	const found = await quizFor(deps, who, 'analysis.read', asked);
	if (isFailure(found)) return found;
	const { catalog, database } = deps;
	const of = quizNames(found);
	await tellItems(deps, of, mostUntold);
	const slice = sliceOf(asked.query);
	const [counts, attempts, waiting] = await Promise.all([
		selectItemCounts(database.query, of, slice),
		selectAttemptCounts(database.query, of, slice),
		countUntold(database.query, of),
	]);
	const versions = versionsIn(attempts);
	const known = await revisionsIn(
		catalog,
		found,
		versions.map(({ version }) => version),
		asked.locale,
	);
	const { revisions, test } = pooled(counts, attempts, {
		nameOf: (question) => nameNow(found, question),
		rightOf: (question, key) => known.get(revisionId(question, key))?.right ?? null,
	});
	const figures = revisions.map((revision) => ({ revision, figures: itemFigures(revision.cases) }));
	const ofRight = figures.filter(
		({ revision: { question, key } }) => !known.get(revisionId(question, key))?.question.survey,
	);
	const irt = asked.query.irt ? await modelOf(deps, found, ofRight, { slice, model: asked.query.irt }) : null;
	const items = figures
		.map(({ revision, figures: one }) => describeItem(found, known, revision, one, irt?.curves ?? null))
		.sort((a, b) => (a.n ?? Infinity) - (b.n ?? Infinity) || Number(b.isCurrent) - Number(a.isCurrent));
	return {
		...describeTest(found, asked.locale, attempts),
		...testFigures(test),
		waiting,
		versions,
		irt: irt?.fit ?? null,
		items,
	};
}

function sliceOf({ assisted, exclude, irt: _irt, ...rest }: AnalysisQuery): Slice {
	return {
		...rest,
		...(assisted && { assisted: assisted === 'true' }),
		withoutFast: exclude === 'fast',
	};
}

function versionsIn(attempts: readonly AttemptCount[]) {
	const counts = new Map<string, number>();
	for (const { version, count } of attempts) counts.set(version, (counts.get(version) ?? 0) + count);
	return [...counts]
		.map(([version, n]) => ({ version, attempts: n }))
		.sort((a, b) => b.attempts - a.attempts);
}

function describeTest({ course, id }: CourseQuiz, locale: Locale, attempts: readonly AttemptCount[]) {
	const { title, locale: textLocale } = summariseQuiz(course, id, locale);
	const { title: courseTitle, locale: courseLocale } = summariseCourse(course, locale);
	const firsts = attempts.filter(({ isFirst }) => isFirst);
	const sum = (all: readonly AttemptCount[]) => all.reduce((n, { count }) => n + count, 0);
	return {
		course: course.manifest.course,
		courseTitle,
		courseLocale,
		quiz: id,
		title,
		locale: textLocale,
		attempts: sum(attempts),
		few: sum(firsts) < fewPeople,
		rushed: sum(attempts.filter(({ rushed }) => rushed)),
		passRate: { first: rateOf(firsts), all: rateOf(attempts) },
		slices: slicesOf(attempts),
	};
}

type Figures = { revision: Revision; figures: ItemFigures }[];
type Curves = ReadonlyMap<string, { discrimination: number | null; difficulty: number | null }>;

async function modelOf(
	{ database }: Needed,
	quiz: CourseQuiz,
	figures: Figures,
	{ slice, model }: { slice: Slice; model: NonNullable<AnalysisQuery['irt']> },
): Promise<{ fit: QuizAnalysis['irt']; curves: Curves }> {
	const items = figures.map(({ revision: { question, key } }) => revisionId(question, key));
	const nameOf = (question: string, key: string) => revisionId(nameNow(quiz, question), key);
	const fit = await fitted(database.query, quizNames(quiz), { slice, model, items, nameOf });
	const { people, logLikelihood, converged } = fit;
	return {
		fit: { model, people, logLikelihood, converged },
		curves: new Map(items.map((item, place) => [item, fit.items[place]!])),
	};
}

/** Where no answer is right, nothing can be told of how right answers are. */
const noRight = {
	facility: null,
	standardDeviation: null,
	discrimination: null,
	efficiency: null,
	suggestedKey: null,
	flags: [],
};

function describeItem(
	{ quiz }: CourseQuiz,
	known: Revisions,
	{ question, key, uncounted, fast, sure }: Revision,
	{ item: _item, itemRest: _itemRest, thirds, options, ...figures }: ItemFigures,
	curves: Curves | null,
): ItemAnalysis {
	const name = revisionId(question, key);
	const text = known.get(name);
	const place = quiz.questions.indexOf(question);
	const survey = text?.question.survey === true;
	const { difficulty, source, expires } = text?.entry ?? {};
	return {
		...figures,
		...(survey && noRight),
		question,
		revision: key,
		n: place < 0 ? null : place + 1,
		title: text?.question.title ?? null,
		kind: text?.question.kind ?? null,
		locale: text?.question.locale ?? 'vi',
		isCurrent: text?.isCurrent ?? false,
		survey,
		about: text?.question.case?.title ?? null,
		estimate: difficulty === undefined ? null : 1 - difficulty,
		source: source ?? null,
		expires: expires ?? null,
		confidence:
			sure && ([1, 2, 3] as const).map((level) => ({ level, right: sure[level][0], wrong: sure[level][1] })),
		uncounted,
		fast,
		lower: (!survey && thirds?.lower) || null,
		upper: (!survey && thirds?.upper) || null,
		options: options.map((one) => ({ ...one, text: text ? optionText(text, one.option) : null })),
		irt: curves?.get(name) ?? null,
	};
}
