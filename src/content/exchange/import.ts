/** A file of another system as a quiz file of ours. */
import type { Locale } from '#schemas/names.ts';
import type { PlainAnswer, QuestionKind } from '#schemas/question.ts';
import { exchangeMessages } from '#messages/exchange/index.ts';
import { readAiken } from './aiken/read.ts';
import { readCsv } from './csv/read.ts';
import { readGift } from './gift/read.ts';
import type { Reader } from './item.ts';
import { writeQuestion, writeQuiz, type Written } from './write-quiz.ts';

export const importFormats = ['gift', 'aiken', 'csv'] as const;
export type ImportFormat = (typeof importFormats)[number];

const readers = { gift: readGift, aiken: readAiken, csv: readCsv } satisfies Record<ImportFormat, Reader>;

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
	/** Of the quiz. */
	id: string;
	title: string;
}

/**
 * The report, and the quiz file; null where no question came over.
 * @throws Unreadable when the file as a whole cannot be read
 */
export async function importQuestions(
	bytes: Uint8Array,
	options: ImportOptions,
): Promise<{ report: ImportReport; quiz: string | null }> {
	const text = exchangeMessages(options.says);
	const { items, rejected } = await readers[options.format](bytes);
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
	return { report, quiz: all.length > 0 ? writeQuiz(options.id, options.title, all) : null };
}
