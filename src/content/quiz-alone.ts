/**
 * A quiz file without its course: parsed, checked and compiled by what does so for a course. What leads out of the file
 * (competences, lessons, pictures) is not looked at, since it is not there.
 */
import { askedOf } from '#domain/questions/asked.ts';
import type { AskedQuestion } from '#domain/questions/grade.ts';
import type { Finding } from '#schemas/finding.ts';
import { defaultFramework, type Locale } from '#schemas/names.ts';
import type { Feedback, Key, QuestionText } from '#schemas/question.ts';
import { buildQuizzes } from './build-quizzes.ts';
import { checkCaseIds } from './checks/cases.ts';
import { checkSourceIds } from './checks/ids.ts';
import { checkQuiz } from './checks/source.ts';
import type { Draft } from './draft.ts';
import { applyFixes, type Insertion } from './fix.ts';
import { MediaFolder } from './media/media.ts';
import { Parts } from './parts.ts';
import { Problems } from './problems.ts';
import { readQuiz, type ParsedQuiz } from './quiz/quiz.ts';
import { decode, Text } from './source.ts';

/** A question of the file, ready to be graded. */
export interface AloneQuestion {
	id: string;
	asked: AskedQuestion;
	key: Key;
	text: QuestionText;
	feedback: Feedback;
}

export interface AloneQuiz {
	/** In the order of the file; empty where there is an error. */
	questions: AloneQuestion[];
	/** The file with the ids that it lacked. */
	raw: string;
	/** How many ids were missing: `check --fix` writes the same ones. */
	added: number;
	errors: Finding[];
	warnings: Finding[];
}

interface AloneOptions {
	/** Language that the quiz is written in. */
	locale: Locale;
	/** Language of the findings. */
	says: 'vi' | 'en';
}

/** Ids, then what else is written at the head: no more rounds than `check --fix` takes. */
const mostRounds = 4;

/** `name`: as findings call the file. */
export function readQuizAlone(name: string, bytes: Uint8Array, { locale, says }: AloneOptions): AloneQuiz {
	let raw = decode(name, bytes)?.raw ?? '';
	let added = 0;
	for (let round = 1; ; round += 1) {
		const problems = new Problems();
		const fixes: Insertion[] = [];
		const read = round === 1 ? bytes : new TextEncoder().encode(raw);
		const quiz = parse(name, read, locale, problems);
		const draft = quiz && draftOf(quiz, locale, problems);
		if (draft) {
			checkSourceIds(draft, problems, fixes);
			checkCaseIds(draft.source, problems, fixes);
		}
		if (fixes.length > 0 && round < mostRounds) {
			raw = applyFixes(raw, fixes);
			added += fixes.length;
			continue;
		}
		if (quiz && draft) checkQuiz(quiz, draft.naming, problems);
		const { errors, warnings } = problems.findings(says);
		const questions = draft && errors.length === 0 ? build(draft) : [];
		return { questions, raw, added, errors, warnings };
	}
}

function parse(name: string, bytes: Uint8Array, locale: Locale, problems: Problems): ParsedQuiz | null {
	const slug = (name.split('/').at(-1) ?? name).replace(/^\d+-/, '').replace(/(?:\.quiz)?\.md$/i, '');
	return readQuiz({ path: name, bytes, order: 1, slug, kind: 'quiz' }, locale, problems);
}

/** The course that is not there, as far as a quiz asks for it. */
function draftOf(quiz: ParsedQuiz, locale: Locale, problems: Problems): Draft {
	const source = { locale, lessons: [], quizzes: [quiz] };
	return {
		folder: { path: '', name: null, courseFile: null, content: new Map(), media: new Map() },
		name: '',
		course: null,
		naming: {
			framework: defaultFramework,
			place: new Text(quiz.file.path, '').place(0),
			known: { frameworks: new Map(), complete: false },
		},
		sourceLocale: locale,
		source,
		translations: [],
		media: new MediaFolder('', problems),
		recordings: new Map(),
	};
}

function build(draft: Draft): AloneQuestion[] {
	const parts = new Parts('');
	const { questions } = buildQuizzes(draft, [draft.source], parts);
	return Object.entries(questions).map(([id, { kind, points, key, locales, survey }]) => {
		const entry = locales[draft.sourceLocale];
		const text = parts.all[entry?.text ?? ''] as QuestionText;
		return {
			id,
			asked: askedOf({ ...text, kind, points, survey }),
			key: parts.all[key] as Key,
			text,
			feedback: parts.all[entry?.feedback ?? ''] as Feedback,
		};
	});
}
