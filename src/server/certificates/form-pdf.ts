import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Locale } from '#schemas/common.ts';
import { formTemplate } from './form-template.ts';
import { pdfCompiler, workspace } from './pdf.ts';

/** Content as the sheet sets it: text, or something around it; `block` stands on its own. */
export type SheetNode =
	| string
	| { name: string; children?: SheetNode[] }
	| { name: 'ul' | 'ol'; children: SheetNode[][] }
	| { name: 'table'; columns: number; children: SheetNode[][] }
	| { name: 'picture'; file: string; alt: string; width: number };
export interface SheetLine {
	/** The letter or number that it is told by. */
	mark: string;
	content: SheetNode[];
}

export interface SheetQuestion {
	n: number;
	points: string;
	/** What it is about, where that stands before it; null: nothing, or it stood before. */
	case: { title: string; content: SheetNode[] } | null;
	title: string;
	body: SheetNode[];
	how: string;
	/** What is chosen, by letters. */
	options: SheetLine[];
	/** Rows to which letters are written. */
	rows: SheetLine[];
	/** What these letters stand for. */
	targets: SheetLine[];
	/** What is chosen in blanks. */
	choices: { mark: string; options: SheetLine[] }[];
	/** The answer sheet's: boxes to tick, boxes to write a letter in, or lines. */
	answer: { kind: 'letters' | 'rows' | 'lines'; letters: string[] };
	/** Of the key alone: as it is typed, and in words; empty in questions. */
	right: string;
	rightWords: string;
}

export interface FormSheet {
	title: string;
	locale: Locale;
	large: boolean;
	/** The key, and no questions. */
	key: boolean;
	words: Record<string, string>;
	forms: { number: string; title: string; questions: SheetQuestion[] }[];
	madeAt: string;
}
export interface FormSheetInput {
	sheet: FormSheet;
	/** Pictures by their file names. */
	pictures: Record<string, Uint8Array>;
}

/** Questions with answer sheets, or keys, on A4. */
export async function formPdf({ sheet, pictures }: FormSheetInput): Promise<Uint8Array> {
	await nextTurn();
	const typst = pdfCompiler();
	for (const [name, bytes] of Object.entries(pictures))
		typst.mapShadow(path.join(workspace, name), Buffer.from(bytes));
	try {
		const compiled = typst.compile({
			mainFileContent: formTemplate,
			inputs: { data: JSON.stringify(sheet) },
		});
		if (compiled.result === null) {
			const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
			throw new Error(`The form could not be set: ${JSON.stringify(problems)}`);
		}
		const at = Math.floor(Date.parse(sheet.madeAt) / 1000);
		return new Uint8Array(typst.pdf(compiled.result, { creationTimestamp: at }));
	} finally {
		typst.resetShadow();
		typst.evictCache(10);
	}
}
