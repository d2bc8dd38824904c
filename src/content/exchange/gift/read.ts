/**
 * GIFT, as Moodle reads it (docs.moodle.org/en/GIFT_format), and more forgiving: colons need no backslash, and a
 * question that cannot be read loses no other.
 */
import {
	Collector,
	decodeText,
	Rejected,
	type Change,
	type Item,
	type ItemBody,
	type ReadItems,
	type Rich,
} from '../item.ts';
import { essayBody } from '../essay.ts';
import { fromText, plainFromHtml, plainText, type TextFormat } from '../rich.ts';
import { boundsAround, choiceBody, matchBody, numberBody, wordsBody, type Bounds } from '../words.ts';
import { blocksOf, find, takeFormat, takeName, unescape, type Block } from './source.ts';

export function readGift(bytes: Uint8Array): ReadItems {
	const found = new Collector();
	for (const block of blocksOf(decodeText(bytes))) {
		const { name, rest } = takeName(block.words);
		const at = { name: name ?? shortName(rest), line: block.line };
		found.take(at, () => readQuestion(rest, { ...at, block }));
	}
	return found;
}

/** The question's own words, without its answers. */
function shortName(words: string): string {
	const open = find(words, '{');
	const { rest } = takeFormat(open === -1 ? words : words.slice(0, open), 'moodle');
	return plainFromHtml(unescape(rest), new Set()).slice(0, 80);
}

function rich(words: string, usual: TextFormat, changes: Set<Change>): Rich {
	const { format, rest } = takeFormat(words, usual);
	return fromText(unescape(rest).trim(), format, changes);
}

function readQuestion(words: string, at: { name: string; line: number; block: Block }): Item {
	const changes = new Set<Change>(at.block.hasCategory ? ['category'] : []);
	const { format, rest } = takeFormat(words, 'moodle');
	const open = find(rest, '{');
	if (open === -1) throw new Rejected('description');
	const close = find(rest, '}', open);
	if (close === -1) throw new Rejected('unclosed');
	const [before, after] = [rest.slice(0, open).trimEnd(), rest.slice(close + 1).trim()];
	if (find(after, '{') !== -1) throw new Rejected('kind-not-held');
	if (after !== '') changes.add('missing-word');
	const question = rich(after === '' ? before : `${before} _____ ${after}`, format, changes);
	if (plainText(question) === '') throw new Rejected('no-text');
	const inner = rest.slice(open + 1, close);
	const general = find(inner, '####');
	const answers = (general === -1 ? inner : inner.slice(0, general)).trim();
	const explanation = general === -1 ? '' : plainText(rich(inner.slice(general + 4), format, changes));
	const body = readBody(answers, format, changes);
	return {
		name: at.name,
		line: at.line,
		question,
		body,
		changes,
		...(at.block.id !== undefined && { id: at.block.id }),
		...(explanation !== '' && { explanation }),
	};
}

function readBody(answers: string, format: TextFormat, changes: Set<Change>): ItemBody {
	if (answers === '') return essayBody();
	const truth = /^(T|TRUE|F|FALSE)\s*(#[^]*)?$/i.exec(answers);
	if (truth) {
		if (truth[2] !== undefined) changes.add('feedback');
		return { kind: 'truefalse', right: /^t/i.test(truth[1] ?? '') };
	}
	if (answers.startsWith('#')) return readNumbers(answers.slice(1).trim(), changes);
	const parts = split(answers);
	if (parts.length === 0) throw new Rejected('answer-unread');
	const isMatch = parts.every(({ sign, words }) => sign === '=' && find(words, '->') !== -1);
	if (isMatch) return readPairs(parts, format, changes);
	if (parts.every(({ sign }) => sign === '=')) {
		if (parts.some(({ feedback }) => feedback !== '')) changes.add('feedback');
		return wordsBody(
			parts.map(({ words, weight }) => ({
				words: unescape(takeFormat(words, format).rest),
				share: weight ?? 100,
			})),
			changes,
			'any-letters',
		);
	}
	const rights = parts.filter(({ sign }) => sign === '=').length;
	const isSingle = rights === 1 || (rights === 0 && parts.some(({ weight }) => weight === 100));
	const choices = parts.map(({ sign, words, weight, feedback }) => ({
		content: rich(words, format, changes),
		share: weight ?? (sign === '=' ? 100 : 0),
		feedback: plainText(rich(feedback, format, changes)),
	}));
	return choiceBody(choices, isSingle, changes);
}

interface Part {
	sign: '=' | '~';
	/** In per cent; null: not written. */
	weight: number | null;
	words: string;
	feedback: string;
}

/** An equals sign or a hash within an address is a part of it. */
const inAddress = /https?:\/\/\S*$/;

function split(answers: string): Part[] {
	const starts: number[] = [];
	for (let at = 0; at < answers.length; at += 1) {
		const sign = answers[at];
		if (sign === '\\') at += 1;
		else if (sign === '~' || (sign === '=' && !inAddress.test(answers.slice(0, at)))) starts.push(at);
	}
	if (starts[0] !== 0) throw new Rejected('answer-unread');
	return starts.map((start, index) => {
		const whole = answers.slice(start + 1, starts[index + 1]).trim();
		const [mark = '', weight] = /^%(-?\d+(?:[.,]\d+)?)%/.exec(whole) ?? [];
		const rest = whole.slice(mark.length);
		let hash = find(rest, '#');
		while (hash !== -1 && inAddress.test(rest.slice(0, hash))) hash = find(rest, '#', hash + 1);
		return {
			sign: answers[start] as '=' | '~',
			weight: weight === undefined ? null : Number(weight.replace(',', '.')),
			words: (hash === -1 ? rest : rest.slice(0, hash)).trim(),
			feedback: hash === -1 ? '' : rest.slice(hash + 1).trim(),
		};
	});
}

function readPairs(parts: readonly Part[], format: TextFormat, changes: Set<Change>): ItemBody {
	const pairs = parts.map(({ words, feedback }) => {
		if (feedback !== '') changes.add('feedback');
		const arrow = find(words, '->');
		return {
			left: rich(words.slice(0, arrow), format, changes),
			right: rich(words.slice(arrow + 2), 'plain', changes),
		};
	});
	const isDecoy = ({ left }: (typeof pairs)[number]) => plainText(left) === '';
	return matchBody(
		pairs.filter((pair) => !isDecoy(pair)),
		pairs.filter(isDecoy).map(({ right }) => right),
	);
}

function readNumbers(answers: string, changes: Set<Change>): ItemBody {
	const parts: Part[] =
		answers.startsWith('=') || answers.startsWith('~') ? split(answers) : split(`=${answers}`);
	if (parts.some(({ feedback }) => feedback !== '')) changes.add('feedback');
	const numbers = parts.filter(({ sign, words }) => sign === '=' && words !== '');
	return numberBody(
		numbers.map(({ words, weight }) => ({ ...readBounds(words), share: weight ?? 100 })),
		changes,
	);
}

/** `3`, `3:0.5`, `2.5..3.5`. */
function readBounds(words: string): Bounds {
	const number = (written = '') =>
		/^\s*[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?\s*$/i.test(written)
			? Number(written.replace(',', '.'))
			: NaN;
	const [low, high] = words.split('..');
	if (high !== undefined) {
		const bounds = { low: number(low), high: number(high) };
		return { ...bounds, shown: Number(((bounds.low + bounds.high) / 2).toPrecision(12)) };
	}
	const [value, tolerance = '0'] = words.replace(/\\:/g, ':').split(':');
	return boundsAround(number(value), number(tolerance));
}
