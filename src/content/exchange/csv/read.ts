/**
 * CSV, a question a line. Columns by name, in any order: `question` and `answer`; `kind` (found by the answer where it is
 * left out), `id`, `name`, `points`, `hint`, `explanation`, `option1` … `option50`, `feedback1` … . Parted by commas,
 * semicolons or tabs. Answers: letters or numbers of the options (`b`, `a,c`); true or false; a number, `35 ± 0.5`,
 * `10..20`; words parted by `|`; for `order` nothing, since the options stand in the right order; for `match` nothing,
 * since each option is `left => right`.
 */
import { parse } from 'csv-parse/sync';
import type { PhrasingContent, RootContent } from 'mdast';
import { readNumber } from '#domain/questions/number.ts';
import {
	Collector,
	decodeText,
	Rejected,
	Unreadable,
	type Blank,
	type Item,
	type ItemBody,
	type ReadItems,
} from '../item.ts';
import { essayBody } from '../essay.ts';
import { fromPlain } from '../rich.ts';
import { boundsAround, choiceBody, matchBody, wordsBody } from '../words.ts';

type Row = Map<string, string>;

export function readCsv(bytes: Uint8Array): ReadItems {
	const rows = rowsOf(decodeText(bytes).replace(/^\uFEFF/, ''));
	const found = new Collector();
	for (const { row, line } of rows) {
		const name = cell(row, 'name') || cell(row, 'question').slice(0, 80);
		found.take({ name, line }, () => itemOf(row, { name, line }));
	}
	return found;
}

function rowsOf(text: string): { row: Row; line: number }[] {
	const [first = ''] = text.split('\n');
	const marks = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length);
	let records: { record: string[]; info: { lines: number } }[];
	try {
		records = parse(text, {
			delimiter: marks[0] ?? ',',
			info: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
		}) as unknown as typeof records;
	} catch {
		throw new Unreadable('csv');
	}
	const head = (records[0]?.record ?? []).map((each) =>
		each
			.trim()
			.toLowerCase()
			.replace(/[\s_-]+/g, ''),
	);
	if (!head.includes('question') || !head.includes('answer')) throw new Unreadable('csv-head');
	return records.slice(1).flatMap(({ record, info }, index) => {
		if (record.every((each) => each.trim() === '')) return [];
		const row = new Map(head.map((name, n) => [name, (record[n] ?? '').trim()]));
		return [{ row, line: records[index]!.info.lines + 1 - (info.lines === 0 ? 1 : 0) }];
	});
}

function cell(row: Row, name: string): string {
	return row.get(name) ?? '';
}

function itemOf(row: Row, at: { name: string; line: number }): Item {
	const isBlanks = cell(row, 'kind').toLowerCase() === 'blanks';
	const plain = fromPlain(cell(row, 'question'));
	const question = isBlanks ? plain.map(withBlanks) : plain;
	if (question.length === 0) throw new Rejected('no-text');
	const changes: Item['changes'] = new Set();
	const points = readNumber(cell(row, 'points'), 'en');
	return {
		...at,
		question,
		body: bodyOf(row, changes),
		changes,
		...(cell(row, 'id') !== '' && { id: cell(row, 'id') }),
		...(cell(row, 'hint') !== '' && { hint: cell(row, 'hint') }),
		...(cell(row, 'explanation') !== '' && { explanation: cell(row, 'explanation') }),
		...(points !== null && points > 0 && { points }),
	};
}

function bodyOf(row: Row, changes: Item['changes']): ItemBody {
	const answer = cell(row, 'answer');
	const options = Array.from({ length: 50 }, (_, n) => ({
		words: cell(row, `option${n + 1}`),
		feedback: cell(row, `feedback${n + 1}`),
		letter: String.fromCharCode(97 + n),
		place: String(n + 1),
	})).filter(({ words }) => words !== '');
	const kind = cell(row, 'kind').toLowerCase() || guess(answer, options.length);
	switch (kind) {
		case 'order':
			if (options.length < 2) throw new Rejected('too-few');
			return { kind, steps: options.map(({ words }) => fromPlain(words)) };
		case 'match':
			return pairsOf(options.map(({ words }) => words));
		case 'group':
		case 'matrix':
			return sortedOf(
				kind,
				options.map(({ words }) => words),
				answer,
			);
		case 'single':
		case 'multiple': {
			const named = answer
				.toLowerCase()
				.split(/[\s,;|]+/)
				.filter((each) => each !== '');
			const known = named.every((each) =>
				options.some(({ letter, place }) => each === letter || each === place),
			);
			const isRight = ({ letter, place, words }: (typeof options)[number]) =>
				known ? named.includes(letter) || named.includes(place) : words === answer;
			if (!known && !options.some(({ words }) => words === answer)) throw new Rejected('unknown-answer');
			const choices = options.map((each) => ({
				content: fromPlain(each.words),
				share: isRight(each) ? 100 : 0,
				feedback: each.feedback,
			}));
			return choiceBody(choices, kind === 'single', changes);
		}
		case 'truefalse':
			if (!/^(?:true|false|t|f|đúng|sai)$/i.test(answer)) throw new Rejected('answer-unread');
			return { kind, right: /^(?:t|đ)/i.test(answer) };
		case 'number':
			return numberOf(answer);
		case 'text':
			return wordsBody(
				answer.split('|').map((words) => ({ words: words.trim(), share: 100 })),
				changes,
			);
		case 'essay':
			return essayBody();
		case 'hotspot':
			throw new Rejected('kind-not-held');
		case 'blanks':
			if (options.length === 0) throw new Rejected('no-right');
			return { kind, blanks: options.map(({ words }) => blankOf(words)) };
		default:
			throw new Rejected('unknown-kind');
	}
}

/** `[[1]]` is the first blank. */
function withBlanks(block: RootContent): RootContent {
	if (block.type !== 'paragraph') return block;
	const children = block.children.flatMap((node): PhrasingContent[] => {
		if (node.type !== 'text') return [node];
		const parts = node.value.split(/\[\[(\d+)\]\]/);
		return parts.flatMap((value, index): PhrasingContent[] => {
			if (index % 2 === 1) return [{ type: 'blank', index: Number(value) - 1 } as never];
			return value === '' ? [] : [{ type: 'text' as const, value }];
		});
	});
	return { ...block, children };
}

/** `Hà Nội | Hanoi`, or `( ) sông | (x) núi`. @throws Rejected */
function blankOf(written: string): Blank {
	const parts = written.split('|').map((each) => each.trim());
	const boxes = parts.map((part) => /^\([ \t]*([xX]?)[ \t]*\)\s*(.*)$/s.exec(part));
	if (boxes.some((box) => box === null)) {
		if (parts.includes('')) throw new Rejected('bad-words');
		return { words: [...new Set(parts)] };
	}
	return { options: boxes.map((box) => ({ words: box?.[2] ?? '', right: box?.[1] !== '' })) };
}

function guess(answer: string, options: number): string {
	if (options > 0) return /^[a-z0-9]+\s*[,;|\s]\s*[a-z0-9]/i.test(answer) ? 'multiple' : 'single';
	if (answer === '') return 'essay';
	if (/^(?:true|false|đúng|sai)$/i.test(answer)) return 'truefalse';
	return /^[-+\d.,\s±]+$/.test(answer) && !/^0\d/.test(answer) ? 'number' : 'text';
}

function sidesOf(line: string): [left: string, right: string] {
	const [left = '', ...right] = line.split('=>');
	if (right.length === 0) throw new Rejected('answer-unread');
	return [left.trim(), right.join('=>').trim()];
}

/** `thing => heading`; `named`: the headings in their order, parted by `|`, where it is not that of the things. */
function sortedOf(kind: 'group' | 'matrix', lines: readonly string[], named: string): ItemBody {
	const sides = lines.map(sidesOf);
	const first = named.split('|').map((each) => each.trim());
	const headings = [...new Set([...first, ...sides.map(([, right]) => right)])].filter((each) => each !== '');
	const things = sides.filter(([left]) => left !== '');
	if (kind === 'matrix') {
		const rows = things.map(([left, right]) => ({
			content: fromPlain(left),
			column: headings.indexOf(right),
		}));
		return { kind, columns: headings.map(fromPlain), rows };
	}
	const groups = headings.map((heading) => ({
		content: fromPlain(heading),
		items: things.filter(([, right]) => right === heading).map(([left]) => fromPlain(left)),
	}));
	return { kind, groups };
}

function pairsOf(lines: readonly string[]): ItemBody {
	const pairs = lines.map((line) => {
		const [left, right] = sidesOf(line);
		return { left: fromPlain(left), right: fromPlain(right) };
	});
	return matchBody(
		pairs.filter(({ left }) => left.length > 0),
		pairs.filter(({ left }) => left.length === 0).map(({ right }) => right),
	);
}

/** With a decimal comma or point; thousands are not marked. */
function numberOf(answer: string): ItemBody {
	const number = (written = '') =>
		/^\s*[-+]?\d+(?:[.,]\d+)?\s*$/.test(written) ? Number(written.replace(',', '.')) : NaN;
	const [low, high] = answer.split('..');
	const [value, tolerance = '0'] = answer.split('±');
	const bounds =
		high === undefined
			? boundsAround(number(value), number(tolerance))
			: { low: number(low), high: number(high), shown: (number(low) + number(high)) / 2 };
	if (!Number.isFinite(bounds.low) || !Number.isFinite(bounds.high) || bounds.low > bounds.high)
		throw new Rejected('bad-number');
	return { kind: 'number', ...bounds };
}
