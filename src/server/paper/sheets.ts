import { writePaperAnswer } from '#domain/paper.ts';
import { solutionOf } from '#domain/questions/grade.ts';
import { examPaper as en } from '#messages/en/exam-paper.ts';
import { examPaper as km } from '#messages/km/exam-paper.ts';
import { examPaper as vi } from '#messages/vi/exam-paper.ts';
import type { Locale } from '#schemas/common.ts';
import type { Option, Question, QuestionKind } from '#schemas/question.ts';
import type { KeyedQuestion } from '../attempts/quiz.ts';
import type { FormSheetInput, SheetLine, SheetQuestion } from '../certificates/form-pdf.ts';
import { Paper } from '../certificates/pdf-aside.ts';
import { textIn } from '../courses/describe.ts';
import type { Failure } from '../failure.ts';
import { wholeForm, type PaperDeps, type WholeForm } from './form.ts';
import { sheetNodes, type FileOf } from './sheet-nodes.ts';
import { selectTogether } from './store.ts';

const words = { vi, en, km } satisfies Record<Locale, typeof vi>;
type Words = (typeof vi)['sheet'];

interface Wanted {
	what: 'questions' | 'key';
	isLarge: boolean;
	/** All that were drawn together with it. */
	isTogether: boolean;
}

/** Forms and keys as PDFs, set beside all else that goes on. */
export class FormSheets {
	readonly #paper = new Paper<FormSheetInput>();

	constructor(private readonly deps: PaperDeps) {}

	async pdf(form: WholeForm, { what, isLarge, isTogether }: Wanted): Promise<Uint8Array | Failure> {
		const rows = isTogether ? await selectTogether(this.deps.database.db, form.row.together) : [form.row];
		const forms = await Promise.all(rows.map((row) => wholeForm(this.deps, row)));
		const { locale, madeAt } = form.row;
		const { sheet } = words[locale];
		const pictures = new Pictures();
		const described = forms.map((one) => ({
			number: one.row.number,
			title: titleOf(one),
			questions: questionsOf(one, { sheet, fileOf: pictures.fileOf, isKey: what === 'key' }),
		}));
		return this.#paper.pdf({
			sheet: {
				title: `${titleOf(form)} – ${form.row.number}`,
				locale,
				large: isLarge,
				key: what === 'key',
				words: sheet,
				forms: described,
				madeAt: madeAt.toISOString(),
			},
			pictures: what === 'key' ? {} : await pictures.read(this.deps),
		});
	}

	stop(): Promise<void> {
		return this.#paper.stop();
	}
}

function titleOf({ quiz, row: { locale, form } }: WholeForm): string {
	const { title } = textIn(quiz.quiz.locales, locale, quiz.course.manifest.sourceLocale);
	return form ? `${title} – ${form}` : title;
}

/** Pictures that are printed, by the names of their files. */
class Pictures {
	readonly #hashes = new Map<string, string>();

	/** A picture is served under its hash and the ending of its kind. */
	readonly fileOf: FileOf = (src) => {
		const [, hash, ending] = /\/([0-9a-f]{64})\.(png|jpe?g|webp|svg)$/.exec(src) ?? [];
		if (hash === undefined) return null;
		const name = `${hash}.${ending}`;
		this.#hashes.set(name, hash);
		return name;
	};

	async read({ catalog }: PaperDeps): Promise<Record<string, Uint8Array>> {
		const read = [...this.#hashes].map(async ([name, hash]) => {
			const media = await catalog.media(hash);
			if (!media) throw new Error(`Picture ${hash} is missing.`);
			return [name, media.bytes] as const;
		});
		return Object.fromEntries(await Promise.all(read));
	}
}

interface Setting {
	sheet: Words;
	fileOf: FileOf;
	isKey: boolean;
}

function questionsOf({ asked, row }: WholeForm, setting: Setting): SheetQuestion[] {
	const read = new Set<string>();
	return asked.map((one, at) => {
		const about = one.question.case;
		const isRead = about !== undefined && read.has(about.id);
		if (about) read.add(about.id);
		return setting.isKey ? keyOf(one, at + 1, row.locale) : questionOf(one.question, at + 1, isRead, setting);
	});
}

const blank = { case: null, body: [], how: '', options: [], rows: [], targets: [], choices: [] };

/** What is right, as it would be typed, and in words. */
function keyOf({ question, key }: KeyedQuestion, n: number, locale: Locale): SheetQuestion {
	// Of opinions none is right.
	const right = question.survey ? '–' : writePaperAnswer(question, solutionOf(key, locale));
	return {
		...blank,
		n,
		title: question.title,
		points: String(question.points),
		answer: { kind: 'lines', letters: [] },
		right,
		rightWords: question.title,
	};
}

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const numbers = (n: number) => Array.from({ length: n }, (_, at) => String(at + 1));

function questionOf(
	question: Question,
	n: number,
	isCaseRead: boolean,
	{ sheet, fileOf }: Setting,
): SheetQuestion {
	const { kind, title, body, points, case: about } = question;
	const options = question.options ?? [];
	const lines = (of: readonly Option[], marks: readonly string[]): SheetLine[] =>
		of.map(({ content }, at) => ({ mark: marks[at]!, content: sheetNodes(content, fileOf) }));
	const named = (of: readonly Option[]) => lines(of, letters(of.length));
	const isByRow = question.targets !== undefined;
	const truth = [
		{ mark: 'a', content: [sheet.truth] },
		{ mark: 'b', content: [sheet.falsehood] },
	];
	return {
		n,
		points: String(points),
		case: about && !isCaseRead ? { title: about.title, content: sheetNodes(about.content, fileOf) } : null,
		title,
		body: sheetNodes(body, fileOf),
		how: howTo(kind, sheet),
		options: kind === 'truefalse' ? truth : isByRow ? [] : named(options),
		rows: isByRow ? lines(options, numbers(options.length)) : [],
		targets: named(question.targets ?? []),
		choices: (question.blanks ?? []).flatMap((one, at) =>
			one.options ? [{ mark: String(at + 1), options: named(one.options) }] : [],
		),
		answer: answerOf(question),
		right: '',
		rightWords: '',
	};
}

/** Where the answer is put: boxes for letters to tick, boxes to write one letter in, or lines. */
function answerOf({ kind, options = [], targets, blanks = [] }: Question): SheetQuestion['answer'] {
	if (kind === 'truefalse') return { kind: 'letters', letters: letters(2) };
	if (kind === 'order' || targets !== undefined) return { kind: 'rows', letters: numbers(options.length) };
	if (options.length > 0) return { kind: 'letters', letters: letters(options.length) };
	return { kind: 'lines', letters: numbers(Math.max(1, blanks.length)) };
}

function howTo(kind: QuestionKind, sheet: Words): string {
	if (kind === 'single' || kind === 'truefalse' || kind === 'hotspot') return sheet.one;
	if (kind === 'multiple') return sheet.several;
	if (kind === 'order') return sheet.order;
	if (kind === 'match' || kind === 'group' || kind === 'matrix') return sheet.rows;
	return kind === 'blanks' ? sheet.blanks : sheet.write;
}
