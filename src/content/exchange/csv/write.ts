import { visit } from '../../markdown/parse.ts';
import { Rejected, type Blank, type Item, type ItemBody, type Rich } from '../item.ts';
import { plainText } from '../rich.ts';
import { spreadOf } from '../words.ts';

type Row = Record<string, string>;

/** A line, in plain words. @throws Rejected */
export function writeCsvItem(item: Item): Row {
	const { answer, options, feedback = [] } = cellsOf(item.body);
	if (options.length > 50) throw new Rejected('words-not-held');
	return {
		kind: item.body.kind,
		id: item.id ?? '',
		question: marked(item).join('\n\n'),
		answer,
		hint: item.hint ?? '',
		explanation: item.explanation ?? '',
		points: item.points === undefined ? '' : String(item.points),
		...Object.fromEntries(options.map((words, index) => [`option${index + 1}`, words])),
		...Object.fromEntries(feedback.map((words, index) => [`feedback${index + 1}`, words])),
	};
}

interface Cells {
	answer: string;
	options: string[];
	feedback?: string[];
}

function cellsOf(body: ItemBody): Cells {
	switch (body.kind) {
		case 'single':
		case 'multiple': {
			const rights = body.options.flatMap(({ right }, index) => (right ? [String(index + 1)] : []));
			return {
				answer: rights.join(','),
				options: body.options.map(({ content }) => cell(content)),
				feedback: body.options.map((option) => option.feedback ?? ''),
			};
		}
		case 'truefalse':
			return { answer: String(body.right), options: [] };
		case 'number': {
			const spread = spreadOf(body);
			const around = spread === 0 ? '' : ` ± ${decimal(spread ?? 0)}`;
			const answer =
				spread === null ? `${decimal(body.low)}..${decimal(body.high)}` : `${decimal(body.shown)}${around}`;
			return { answer, options: [] };
		}
		case 'text':
			return { answer: body.words.join(' | '), options: [] };
		case 'essay':
			return { answer: '', options: [] };
		case 'order':
			return { answer: '', options: body.steps.map(cell) };
		case 'hotspot':
			throw new Rejected('kind-not-held');
		case 'blanks':
			return { answer: '', options: body.blanks.map(blankCell) };
		case 'match':
			return {
				answer: '',
				options: [
					...body.pairs.map(({ left, right }) => pair(left, right)),
					...body.decoys.map((right) => pair([], right)),
				],
			};
		case 'group':
			return {
				answer: headings(body.groups.map(({ content }) => content)),
				options: body.groups.flatMap(({ content, items }) => items.map((item) => pair(item, content))),
			};
		case 'matrix':
			return {
				answer: headings(body.columns),
				options: body.rows.map(({ content, column }) => pair(content, body.columns[column] ?? [])),
			};
	}
}

function cell(content: Rich): string {
	const words = plainText(content);
	if (words === '') throw new Rejected('words-not-held');
	return words;
}

/** The paragraphs in plain words, with `[[1]]` where a blank is. */
function marked({ question, body }: Item): string[] {
	if (body.kind === 'blanks' && /\[\[\d+\]\]/.test(plainText(question))) throw new Rejected('words-not-held');
	const copy = structuredClone(question);
	visit({ type: 'root', children: copy }, (node: { type: string; index?: number }) => {
		if (node.type === 'blank')
			Object.assign(node, { type: 'text', value: `[[${(node.index ?? 0) + 1}]]`, index: undefined });
	});
	return copy.map((block) => plainText([block]));
}

/** `Hà Nội | Hanoi`, or `( ) sông | (x) núi`. */
function blankCell(blank: Blank): string {
	const isTyped = 'words' in blank;
	const words = isTyped ? blank.words : blank.options.map((option) => option.words);
	if (words.some((each) => each.includes('|') || /^\([ xX]?\)/.test(each)))
		throw new Rejected('words-not-held');
	if (isTyped) return words.join(' | ');
	return blank.options.map((option) => `(${option.right ? 'x' : ' '}) ${option.words}`).join(' | ');
}

function pair(left: Rich, right: Rich): string {
	const words = left.length === 0 ? '' : cell(left);
	if (words.includes('=>')) throw new Rejected('words-not-held');
	return `${words} => ${cell(right)}`.trim();
}

function headings(all: readonly Rich[]): string {
	const words = all.map(cell);
	if (words.some((each) => each.includes('|'))) throw new Rejected('words-not-held');
	return words.join(' | ');
}

/** Without an exponent, which no table program is asked to read. */
function decimal(value: number): string {
	return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}

/** With a byte order mark, by which spreadsheets know the letters. */
export function writeCsv(rows: readonly Row[]): string {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.some((row) => (row[name] ?? '') !== '' || name === 'question' || name === 'answer'),
	);
	const line = (cells: string[]) =>
		cells
			.map((each) => (/[",;\t\n\r]|^\s|\s$/.test(each) ? `"${each.replaceAll('"', '""')}"` : each))
			.join(',');
	const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
	return `\uFEFF${lines.map(line).join('\r\n')}\r\n`;
}
