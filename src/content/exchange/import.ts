/** A file of another system as a quiz file of ours. */
import type { Locale } from '#schemas/names.ts';
import type { PlainAnswer, QuestionKind } from '#schemas/question.ts';
import { exchangeMessages } from '#messages/exchange/index.ts';
import { readAiken } from './aiken/read.ts';
import { readCsv } from './csv/read.ts';
import { readGift } from './gift/read.ts';
import type { Beside, Reader } from './item.ts';
import { readMoodleXml } from './moodle-xml/read.ts';
import { Pictures } from './pictures.ts';
import { readQti } from './qti/read.ts';
import { writeQuestion, writeQuiz, type Written } from './write-quiz.ts';

export const importFormats = ['gift', 'aiken', 'csv', 'moodle-xml', 'qti'] as const;
export type ImportFormat = (typeof importFormats)[number];

const readers = {
	gift: readGift,
	aiken: readAiken,
	csv: readCsv,
	'moodle-xml': readMoodleXml,
	qti: readQti,
} satisfies Record<ImportFormat, Reader>;

export interface ImportReport {
	imported: { name: string; kind: QuestionKind; id: string; answer: PlainAnswer }[];
	changed: { name: string; what: string }[];
	rejected: { name: string; line?: number; reason: string }[];
}

interface ImportOptions {
	format: ImportFormat;
	/** Language that the questions are in. */
	locale: Locale;
	says: 'vi' | 'en';
	/** Ids that the course has already. */
	taken: Set<string>;
	/** Names in its folder of media, without endings. */
	pictures?: Iterable<string>;
	/** Finds what the file names. */
	beside?: Beside;
	/** Of the quiz. */
	id: string;
	title: string;
}

const nothing: Beside = () => Promise.resolve(null);

export interface Imported {
	report: ImportReport;
	/** The file; null where no question came over. */
	quiz: string | null;
	/** Pictures that the quiz shows, by path from the course's folder. */
	media: Map<string, Uint8Array>;
}

/**
 * What came of each question, and what is to be written.
 * @throws Unreadable when the file as a whole cannot be read
 */
export async function importQuestions(bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
	const text = exchangeMessages(options.says);
	const pictures = new Pictures(options.pictures);
	const { items, rejected } = await readers[options.format](bytes, {
		pictures,
		beside: options.beside ?? nothing,
	});
	const report: ImportReport = {
		imported: [],
		changed: [],
		rejected: rejected.map(({ reason, ...at }) => ({ ...at, reason: text.reasons[reason] })),
	};
	const all: Written[] = [];
	for (const item of items) {
		const { name, line } = item;
		const written = writeQuestion(item, options);
		if ('wrong' in written) {
			const reason = text.notWritable({ wrong: written.wrong });
			report.rejected.push({ name, ...(line !== undefined && { line }), reason });
			continue;
		}
		all.push(written);
		report.imported.push({ name, kind: written.kind, id: written.id, answer: written.answer });
		for (const change of item.changes) report.changed.push({ name, what: text.changes[change] });
	}
	report.rejected.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
	const quiz = all.length > 0 ? writeQuiz(options.id, options.title, all) : null;
	const shown = [...pictures.found].filter(([path]) => quiz?.includes(`](${path})`));
	return { report, quiz, media: new Map(shown) };
}
