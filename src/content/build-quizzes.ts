import { lastAtEnd } from '#domain/attempts.ts';
import { drawable } from '#domain/draw.ts';
import { fullForms } from '#domain/forms.ts';
import { mostOf } from '#domain/marking.ts';
import type { Manifest, QuizEntry, Teaching } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Feedback, Key, Option, QuestionKind, QuestionText } from '#schemas/question.ts';
import { idHash } from './hash.ts';
import { mayAskConfidence, surveyKey } from './kinds/survey.ts';
import { authoringOf } from './kinds/table.ts';
import type { Parts } from './parts.ts';
import { competenceName, type Naming } from './competences.ts';
import type { Contents, Draft } from './draft.ts';
import { teachingOf } from './teaching.ts';
import { lastClass } from './quiz/attributes.ts';
import type { ParsedOption, ParsedQuestion } from './quiz/parsed.ts';
import type { ParsedQuiz } from './quiz/quiz.ts';
import type { QuizSettings } from './quiz/settings.ts';

export function buildQuizzes(draft: Draft, served: Contents[], parts: Parts) {
	const { source, naming } = draft;
	const quizzes: Manifest['quizzes'] = {};
	const questions: Manifest['questions'] = {};
	for (const quiz of source.quizzes) {
		const id = quiz.id ?? '';
		const translated = served.flatMap(({ locale, quizzes: all }) => {
			const own = all.find((each) => each.id === quiz.id);
			return own ? [{ locale, quiz: own }] : [];
		});
		quizzes[id] = {
			...settingsOf(quiz.settings, mostDrawn(quiz, naming)),
			questions: [],
			locales: {},
		};
		for (const { locale, quiz: own } of translated) {
			const entry = quizzes[id];
			if (entry) entry.locales[locale] = { title: own.title, intro: parts.add(own.intro) };
		}
		for (const question of quiz.questions) {
			quizzes[id].questions.push(question.id ?? '');
			questions[question.id ?? ''] = buildQuestion(
				question,
				{
					quiz: id,
					settings: quiz.settings,
					translated,
					naming,
					teaches: teachingOf(draft, question, served),
				},
				parts,
			);
		}
	}
	return { quizzes, questions };
}

/** How many questions an attempt can ask at most, those on trial left aside. */
function mostDrawn({ settings, questions }: ParsedQuiz, naming: Naming): number {
	if (settings.forms === undefined) return drawable(questions.map(({ item }) => item));
	return fullForms({ questions: questions.map(idOf), forms: settings.forms }, poolOf(questions, naming));
}

const idOf = ({ id }: ParsedQuestion, place: number) => id ?? `#${place}`;

/** What decides how questions are drawn, of questions that may have no id yet. */
export function poolOf(questions: readonly ParsedQuestion[], naming: Naming): Manifest['questions'] {
	const traits = questions.map((question, place): [string, Partial<Manifest['questions'][string]>] => [
		idOf(question, place),
		{ ...question.item, ...(question.skill && { skill: competenceName(question.skill.code, naming) }) },
	]);
	return Object.fromEntries(traits) as Manifest['questions'];
}

const usualPass = 0.7;
const usualRetryHours = 24;

function settingsOf(settings: QuizSettings, pool: number): Omit<QuizEntry, 'questions' | 'locales'> {
	const kind = settings.kind ?? 'practice';
	return {
		kind,
		pass: settings.pass ?? usualPass,
		attempts: settings.attempts ?? null,
		retryHours: retryHoursOf(settings),
		draw: settings.draw ?? pool,
		minutes: settings.minutes ?? null,
		shuffle: settings.shuffle ?? true,
		hints: settings.hints ?? kind !== 'exam',
		review: settings.review ?? (kind === 'exam' ? 'verdicts' : 'full'),
		...(settings.graders !== undefined && { graders: settings.graders }),
		...(settings.agreeWithin !== undefined && { agreeWithin: settings.agreeWithin }),
		...(kind === 'practice' ? {} : countedPolicy(settings)),
	};
}

/** What is said alone where the author has said it, so that a course that does not keeps its version. */
function countedPolicy({ forms, passEach, waitMinutes, opens, closes, access, order, show }: QuizSettings) {
	return {
		...(forms !== undefined && { forms }),
		...(passEach !== undefined && { passEach }),
		...(waitMinutes !== undefined && { waitMinutes }),
		...(opens !== undefined && { opens }),
		...(closes !== undefined && { closes }),
		...(access === 'code' && { access }),
		...(order === 'sequential' && { order }),
		...(show !== undefined && { show }),
	};
}

function retryHoursOf({ attempts, retryHours }: QuizSettings): number | null {
	if (attempts === undefined) return null;
	return retryHours === undefined ? usualRetryHours : retryHours;
}

interface QuestionSetting {
	quiz: string;
	settings: QuizSettings;
	translated: { locale: Locale; quiz: ParsedQuiz }[];
	naming: Naming;
	teaches: Teaching[];
}

function buildQuestion(
	original: ParsedQuestion,
	{ quiz, settings, translated, naming, teaches }: QuestionSetting,
	parts: Parts,
): Manifest['questions'][string] {
	const own = translated.flatMap(({ locale, quiz: each }) => {
		const question = each.questions.find(({ id }) => id === original.id);
		const about = each.cases.find(({ id }) => id !== null && id === original.item.case);
		return question ? [{ locale, question, about }] : [];
	});
	const kind = usableKind(original);
	const keepsOrder = settings.shuffle === false;
	const isCounted = (settings.kind ?? 'practice') !== 'practice';
	const key = original.item.survey ? surveyKey(kind) : authoringOf(kind).key(original, own);
	const entry: Manifest['questions'][string] = {
		quiz,
		kind,
		// What counts nowhere has nothing to be left out of.
		points:
			original.item.survey || (original.item.status === 'trial' && isCounted) ? 0 : pointsOf(original, key),
		...(original.skill ? { skill: competenceName(original.skill.code, naming) } : {}),
		...original.item,
		...(settings.confidence && mayAskConfidence(kind, original.item) && { confidence: true as const }),
		...(teaches.length > 0 ? { teaches } : {}),
		key: parts.addSecret(key),
		locales: {},
	};
	for (const { locale, question, about } of own) {
		const text = parts.add({
			...questionText(question, kind, { keepsOrder, original }),
			...(about && { case: { id: about.id ?? '', title: about.title, content: about.content } }),
		});
		entry.locales[locale] = { text, feedback: parts.addSecret(feedbackOf(question)) };
	}
	return entry;
}

function pointsOf({ points }: ParsedQuestion, key: Key): number {
	return 'rubric' in key ? mostOf(key.rubric) : (points ?? 1);
}

/** Only called for questions without an error. */
function usableKind({ kind, id }: ParsedQuestion): QuestionKind {
	if (kind === 'none' || kind === 'refused') throw new Error(`Question ${id} has no kind.`);
	return kind;
}

/** Which of the options stand after the others: the source language says so. */
function lastOf({ options }: ParsedQuestion): ReadonlySet<string> {
	const isLast = ({ attributes }: ParsedOption) => attributes.classes.some(({ name }) => name === lastClass);
	return new Set(options.filter(isLast).map(({ id }) => id ?? ''));
}

function questionText(
	question: ParsedQuestion,
	kind: QuestionKind,
	{ keepsOrder, original }: { keepsOrder: boolean; original: ParsedQuestion },
): QuestionText {
	const { fields, orderIsKey } = authoringOf(kind);
	const last = lastOf(original);
	const shown = (options: readonly ParsedOption[]) => {
		const each = once(options, original);
		const placed = keepsOrder && !orderIsKey ? each : inNeutralOrder(each, question.id ?? '');
		return lastAtEnd(placed.map((option) => (last.has(option.id) ? { ...option, last: true } : option)));
	};
	return {
		title: question.title,
		body: question.body,
		...fields(question, shown),
		...(question.hint === '' ? {} : { hint: question.hint }),
	} as QuestionText;
}

/** A region is where its own language says, else where the source does. */
function once(options: readonly ParsedOption[], original: ParsedQuestion): Option[] {
	const each = options.map(({ id, content, region }): [string, Option] => {
		const there = region ?? original.options.find((option) => option.id === id)?.region;
		return [id ?? '', { id: id ?? '', content, ...(there && { region: there }) }];
	});
	return [...new Map(each).values()];
}

/** By the ids: an order that tells nothing of the author's, and is the same in all languages. */
function inNeutralOrder(options: readonly Option[], question: string): Option[] {
	const placed = options.map((option) => ({ option, place: idHash(`${question}/${option.id}`) }));
	return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ option }) => option);
}

function feedbackOf(question: ParsedQuestion): Feedback {
	const said = question.options.filter(({ feedback }) => feedback !== '');
	return {
		options: Object.fromEntries(said.map(({ id, feedback }) => [id ?? '', feedback])),
		...(question.explanation === '' ? {} : { explanation: question.explanation }),
	};
}
