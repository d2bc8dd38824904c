import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { AnalysingMessages } from '#messages/analysing.ts';
import { readFileOf } from '../files.ts';

/** A million people and forty items, and more. */
const mostBytes = 256 * 1024 * 1024;

/** A CSV file: the names of its columns, and its rows, each with the line that it begins on. */
export interface Table {
	file: string;
	header: string[];
	rows: { line: number; cells: string[] }[];
}

/**
 * Reads a CSV file in UTF-8, with or without a byte order mark, its cells parted by commas, semicolons or tabs, whichever
 * the first line has most of. Lines without anything are left out.
 * @throws Error in words, with file and line, where the file is none.
 */
export async function readTable(name: string, text: AnalysingMessages): Promise<Table> {
	const file = path.basename(name);
	const content = await contentOf(name, text);
	const [first, ...rest] = recordsOf(content, file, text);
	if (!first) throw new Error(text.empty({ file }));
	const header = first.cells.map((cell) => cell.normalize('NFC'));
	for (const { line, cells } of rest)
		if (cells.length !== header.length)
			throw new Error(text.ragged({ file, line, found: cells.length, expected: header.length }));
	return { file, header, rows: rest };
}

async function contentOf(name: string, text: AnalysingMessages): Promise<string> {
	const { bytes } = await readFileOf(name, mostBytes, text);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new Error(text.notText({ file: name }), { cause });
	}
}

function recordsOf(content: string, file: string, text: AnalysingMessages): Table['rows'] {
	try {
		let line = 1;
		const records = parse(content, {
			delimiter: delimiterOf(content),
			trim: true,
			relax_column_count: true,
			skip_records_with_empty_values: true,
			info: true,
		}) as unknown as { record: string[]; info: { lines: number } }[];
		return records.map(({ record, info }) => {
			line = info.lines;
			return { line, cells: record };
		});
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		throw new Error(text.quotes({ file, line: Number(cause.lines ?? 1) }), { cause });
	}
}

function delimiterOf(content: string): string {
	const [first = ''] = content.trimStart().split(/\r?\n|\r/, 1);
	const bare = first.replace(/"[^"]*"/g, '');
	const count = (mark: string) => bare.split(mark).length;
	return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}
