import type { Manifest, QuizEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Feedback, Key, QuestionText } from '#schemas/question.ts';
import type { Parts } from './parts.ts';
import type { Contents } from './draft.ts';
import type { ParsedQuestion } from './quiz/question.ts';
import type { ParsedQuiz, QuizSettings } from './quiz/quiz.ts';

export function buildQuizzes(source: Contents, served: Contents[], parts: Parts) {
	const quizzes: Manifest['quizzes'] = {};
	const questions: Manifest['questions'] = {};
	for (const quiz of source.quizzes) {
		const id = quiz.id ?? '';
		const translated = served.flatMap(({ locale, quizzes: all }) => {
			const own = all.find((each) => each.id === quiz.id);
			return own ? [{ locale, quiz: own }] : [];
		});
		quizzes[id] = { ...settingsOf(quiz.settings, quiz.questions.length), questions: [], locales: {} };
		for (const { locale, quiz: own } of translated) {
			const entry = quizzes[id];
			if (entry) entry.locales[locale] = { title: own.title, intro: parts.add(own.intro) };
		}
		for (const question of quiz.questions) {
			quizzes[id].questions.push(question.id ?? '');
			questions[question.id ?? ''] = buildQuestion(id, question, translated, parts);
		}
	}
	return { quizzes, questions };
}

const usualPass = 0.7;

function settingsOf(settings: QuizSettings, pool: number): Omit<QuizEntry, 'questions' | 'locales'> {
	const kind = settings.kind ?? 'practice';
	return {
		kind,
		pass: settings.pass ?? usualPass,
		attempts: settings.attempts ?? null,
		draw: settings.draw ?? pool,
		minutes: settings.minutes ?? null,
		shuffle: settings.shuffle ?? true,
		review: settings.review ?? (kind === 'exam' ? 'verdicts' : 'full'),
	};
}

function buildQuestion(
	quiz: string,
	original: ParsedQuestion,
	translated: { locale: Locale; quiz: ParsedQuiz }[],
	parts: Parts,
): Manifest['questions'][string] {
	const own = translated.flatMap(({ locale, quiz: each }) => {
		const question = each.questions.find(({ id }) => id === original.id);
		return question ? [{ locale, question }] : [];
	});
	const key = keyOf(original, own);
	const entry: Manifest['questions'][string] = {
		quiz,
		kind: key.kind,
		points: original.points ?? 1,
		...(original.skill ? { skill: original.skill.code } : {}),
		key: parts.addSecret(key),
		locales: {},
	};
	for (const { locale, question } of own) {
		const text = parts.add(textOf(question));
		entry.locales[locale] = { text, feedback: parts.addSecret(feedbackOf(question)) };
	}
	return entry;
}

function textOf(question: ParsedQuestion): QuestionText {
	const options = question.options.map(({ id, content }) => ({ id: id ?? '', content }));
	return {
		title: question.title,
		body: question.body,
		...(options.length > 0 ? { options } : {}),
		...(question.hint === '' ? {} : { hint: question.hint }),
	};
}

function feedbackOf(question: ParsedQuestion): Feedback {
	const said = question.options.filter(({ feedback }) => feedback !== '');
	return {
		options: Object.fromEntries(said.map(({ id, feedback }) => [id ?? '', feedback])),
		...(question.explanation === '' ? {} : { explanation: question.explanation }),
	};
}

/** Only called for questions without an error: what is missing here cannot be missing. */
function keyOf(original: ParsedQuestion, own: { locale: Locale; question: ParsedQuestion }[]): Key {
	const { kind, answer } = original;
	const right = original.options.flatMap(({ ticked, id }) => (ticked && id !== null ? [id] : []));
	if (kind === 'single') return { kind, right: right[0] ?? '' };
	if (kind === 'multiple') return { kind, right };
	if (answer?.kind === 'truefalse') return { kind: 'truefalse', right: answer.right };
	if (answer?.kind === 'number' && 'low' in answer) {
		return { kind: 'number', low: answer.low, high: answer.high, shown: answer.shown };
	}
	const accept = own.flatMap(({ locale, question }) =>
		question.answer?.kind === 'text' && question.answer.words.length > 0
			? [[locale, question.answer.words]]
			: [],
	);
	return { kind: 'text', accept: Object.fromEntries(accept) as Extract<Key, { kind: 'text' }>['accept'] };
}
