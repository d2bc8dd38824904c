import path from 'node:path';
import { parseArgs } from 'node:util';
import Value from 'typebox/value';
import { grade as gradeAnswer, readAnswer, type Grading } from '#domain/questions/grade.ts';
import { readQuizAlone, type AloneQuestion } from '#content/quiz-alone.ts';
import { formatFindings } from '#content/report.ts';
import { commandLocale } from '#messages/commands.ts';
import { exchangeMessages, type ExchangeMessages } from '#messages/exchange/index.ts';
import { messagesFor } from '#messages/index.ts';
import { isLocale, type Locale } from '#schemas/names.ts';
import { Answer } from '#schemas/question.ts';
import { readFileOf } from './files.ts';

const limits = { quiz: 256 * 1024, answers: 4 * 1024 * 1024 };

/** What is wrong with the answers; `path` is the question's id. */
interface Wrong {
	path: string;
	message: string;
}

/**
 * `grade <quiz.md> --answers <answers.json> [--locale vi|km|en] [--json]`: grades answers as the server does. All
 * questions of the file count, whatever an attempt would draw; one without an answer scores 0. Exit status 1 where the
 * quiz has an error or an answer cannot be taken: `errors` says what and where.
 */
export async function grade(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { answers: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean' } },
	});
	const says = commandLocale(process.env.LANG);
	const text = exchangeMessages(says);
	if (positionals[0] === undefined) throw new Error(text.needQuiz);
	if (values.answers === undefined) throw new Error(text.needAnswers);
	const quizFile = await readFileOf(positionals[0], limits.quiz, text);
	const answersFile = await readFileOf(values.answers, limits.answers, text);
	const locale = localeOf(quizFile.path, values.locale);

	const quiz = readQuizAlone(path.basename(quizFile.path), quizFile.bytes, { locale, says });
	if (quiz.errors.length > 0) {
		const report = values.json
			? JSON.stringify({ errors: quiz.errors, warnings: quiz.warnings }, null, 2)
			: formatFindings(quiz, says);
		process.stdout.write(`${report}\n`);
		return 1;
	}
	if (quiz.added > 0) process.stderr.write(`${text.idsAdded({ n: quiz.added })}\n`);
	const read = readAnswers(
		answersFile.bytes,
		values.answers,
		{ questions: quiz.questions, locale, says },
		text,
	);
	if ('wrong' in read) {
		const said = read.wrong.map(({ message }) => message).join('\n');
		process.stdout.write(`${values.json ? JSON.stringify({ errors: read.wrong }, null, 2) : said}\n`);
		return 1;
	}
	const result = gradeAll(quiz.questions, read.answers, locale);
	process.stdout.write(`${values.json ? JSON.stringify(result, null, 2) : inWords(result, says)}\n`);
	return 0;
}

/** As asked for, else as the folder says (`vi/05-kiem-tra.quiz.md`), else Vietnamese. */
function localeOf(file: string, asked: string | undefined): Locale {
	if (asked !== undefined && !isLocale(asked)) throw new Error(`--locale ${asked}: vi, km, en`);
	const folder = path.basename(path.dirname(file));
	return asked ?? (isLocale(folder) ? folder : 'vi');
}

interface Around {
	questions: readonly AloneQuestion[];
	locale: Locale;
	says: 'vi' | 'en';
}

type Answers = Map<string, Answer>;

function readAnswers(
	bytes: Uint8Array,
	file: string,
	around: Around,
	text: ExchangeMessages,
): { answers: Answers } | { wrong: Wrong[] } {
	const raw = new TextDecoder().decode(bytes);
	let given: unknown;
	try {
		given = JSON.parse(raw);
	} catch (error) {
		return { wrong: [{ path: '', message: text.notJson({ file, ...placeOf(raw, error) }) }] };
	}
	if (typeof given !== 'object' || given === null || Array.isArray(given))
		return { wrong: [{ path: '', message: text.notAnswers({ file }) }] };
	const wrong: Wrong[] = [];
	const answers: Answers = new Map();
	for (const [id, answer] of Object.entries(given as Record<string, unknown>)) {
		const message = whyRefused(id, answer, around, text);
		if (message !== null) wrong.push({ path: id, message });
		else answers.set(id, answer as Answer);
	}
	return wrong.length > 0 ? { wrong } : { answers };
}

function whyRefused(id: string, answer: unknown, around: Around, text: ExchangeMessages): string | null {
	const { questions, locale, says } = around;
	const question = questions.find((each) => each.id === id);
	if (!question) return text.unknownQuestion({ id, known: questions.map((each) => each.id).join(', ') });
	if (!Value.Check(Answer, answer)) return text.badAnswer({ id });
	const read = readAnswer(question.asked, answer, locale);
	return read.ok ? null : `${id}: ${messagesFor(says).api.answers[read.reason]}`;
}

/** Where JSON breaks off, as far as its reader says. */
function placeOf(raw: string, error: unknown): { line: number; column: number } {
	const [, at] = /position (\d+)/.exec(String(error)) ?? [];
	const before = raw.slice(0, at === undefined ? raw.length : Number(at));
	return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

interface Graded {
	score: number;
	maxScore: number;
	verdicts: Record<string, Grading>;
}

function gradeAll(questions: readonly AloneQuestion[], answers: Answers, locale: Locale): Graded {
	const graded: Graded = { score: 0, maxScore: 0, verdicts: {} };
	for (const { id, asked, key } of questions) {
		const grading = gradeAnswer(asked, key, answers.get(id) ?? null, locale);
		graded.verdicts[id] = grading;
		graded.score += grading.score;
		graded.maxScore += grading.maxScore;
	}
	return graded;
}

function inWords({ score, maxScore, verdicts }: Graded, says: 'vi' | 'en'): string {
	const points = (value: number) => value.toLocaleString(says, { maximumFractionDigits: 2 });
	const lines = Object.entries(verdicts).map(
		([id, each]) => `${id}\t${points(each.score)} / ${points(each.maxScore)}`,
	);
	const sum = { score: points(score), maxScore: points(maxScore) };
	return [...lines, exchangeMessages(says).score(sum)].join('\n');
}
