/** One question of a quiz file: its text, its kind and its key as far as this file says them. */
import type { Locale } from '#schemas/common.ts';
import { mostOptions } from '#schemas/names.ts';
import type { ComponentName, Node } from '#schemas/node.ts';
import { readReferences, type References } from '../content-tree.ts';
import type { BlankForms } from '../markdown/blanks.ts';
import type { Slice } from '../markdown/fragment.ts';
import { readMarkdown, readPlainText } from '../markdown/markdown.ts';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { digitsAsWords } from '../kinds/number.ts';
import { usableWords } from '../kinds/text.ts';
import { readWritten } from './answer.ts';
import { checkedId, lastClass, marksClass, type Attributes } from './attributes.ts';
import { readBlankBlock, type BlankBlock } from './blanks.ts';
import type { OptionBlock, QuestionBlock } from './blocks.ts';
import { namedKind, readHeadingValues, readKind } from './kind.ts';
import { readRegion, regionKey, roundClass } from './region.ts';
import type { ParsedBlank, ParsedOption, ParsedQuestion, WrittenAnswer, WrittenKind } from './parsed.ts';

export const bodyComponents: ReadonlySet<ComponentName> = new Set([
	'Figure',
	'Tip',
	'Warning',
	'Details',
	'Steps',
	'Video',
]);
const optionComponents: ReadonlySet<ComponentName> = new Set(['Figure']);

export function readQuestion(
	text: Text,
	block: QuestionBlock,
	locale: Locale,
	problems: Problems,
): ParsedQuestion {
	const plain = (slices: Slice[]) => readPlainText(text, slices, problems);
	const references: References[] = [];
	const optionsOf = (blocks: OptionBlock[]) => {
		const options: ParsedOption[] = [];
		for (const each of blocks.slice(0, mostOptions)) {
			const read = readMarkdown(text, each.content, { components: optionComponents, inline: true }, problems);
			references.push(readReferences(read, text, problems, 'inline'));
			const said = each.form === 'criterion' ? plain(each.content) : plain(each.feedback);
			if (each.form === 'criterion' && each.feedback.length > 0)
				problems.add('feedback-unused', each.place, {});
			options.push(readOption(each, read.nodes, said, problems));
		}
		return options;
	};
	const options = optionsOf(block.options);
	const targets = optionsOf(block.targets);
	const title = plain([block.title]);
	if (title === '') problems.add('question-no-title', block.place, {});
	const body = readBody(text, block, problems);
	references.push(...body.references);
	const surplus = block.options[mostOptions] ?? block.targets[mostOptions] ?? body.blanks[mostOptions];
	if (surplus) problems.add('options-too-many', surplus.place, { most: mostOptions });
	const blanks = body.blanks.slice(0, mostOptions).map((each) => {
		const choices = each.choices.map((choice) => readOption(choice, [plain(choice.content)], '', problems));
		return readBlank(each, choices, locale, problems);
	});
	const answer = readAnswerLine(text, block, locale, problems);
	const kind = readKind(block, { answer, hasBlanks: blanks.length > 0 }, problems);
	checkMarks(block.attributes, kind, problems);
	checkRegions([...options, ...blanks.flatMap((blank) => blank.options)], kind, problems);
	const unit = block.attributes.values.get('unit');
	if (unit && kind !== 'number' && kind !== 'refused') problems.add('unit-unused', unit.place, {});
	return {
		...checkedId(block.attributes, problems),
		place: block.place,
		title,
		body: body.nodes,
		options,
		targets,
		blanks,
		hint: plain(block.hint),
		explanation: plain(block.explanation),
		...readHeadingValues(block.attributes, problems),
		kind,
		answer,
		references,
	};
}

/** The text between the question and its options, with the blanks in it. */
function readBody(
	text: Text,
	{ body, attributes }: QuestionBlock,
	problems: Problems,
): { nodes: Node[]; blanks: BlankBlock[]; references: References[] } {
	if (body.every(({ start, end }) => text.raw.slice(start, end).trim() === ''))
		return { nodes: [], blanks: [], references: [] };
	const blanks: BlankForms = namedKind(attributes) === 'blanks' ? 'all' : 'sure';
	const options = { components: bodyComponents, blanks };
	const read = readMarkdown(text, body, options, problems);
	return {
		nodes: read.nodes,
		blanks: read.blanks.map(({ node, tag }) =>
			readBlankBlock(
				text,
				{ start: read.origin(tag.start), end: read.origin(tag.end - 1) + 1 },
				node,
				problems,
			),
		),
		references: [readReferences(read, text, problems, 'question')],
	};
}

/** On the page its node stands for it, and where nothing can be filled in it is shown as `(1) ____`. */
function readBlank(
	{ words, node, place, attributes }: BlankBlock,
	options: ParsedOption[],
	locale: Locale,
	problems: Problems,
): ParsedBlank {
	checkBare(attributes, problems);
	const named = checkedId(attributes, problems);
	node.attrs = { id: named.id ?? '' };
	const usable = words && usableWords(words, locale);
	if (words && usable && usable.length < words.length) problems.add('blank-empty', place, {});
	return { ...named, place, words: usable, options };
}

/** Diacritics count, or not, in what is typed. */
function checkMarks({ classes }: Attributes, kind: WrittenKind, problems: Problems): void {
	const written = classes.find(({ name }) => name === marksClass);
	if (written && kind !== 'text' && kind !== 'blanks') problems.add('marks-unused', written.place, {});
}

function readOption(block: OptionBlock, content: Node[], feedback: string, problems: Problems): ParsedOption {
	const isEmpty = content.every((node) => typeof node === 'string' && node.trim() === '');
	if (isEmpty) problems.add('option-empty', block.place, {});
	const isTicked = block.form === 'ticked';
	const allowed = isTicked ? { classes: [lastClass, roundClass], keys: [regionKey] } : {};
	checkBare(block.attributes, problems, allowed);
	return {
		...checkedId(block.attributes, problems),
		place: block.place,
		form: block.form,
		ticked: block.ticked,
		target: block.target,
		region: isTicked ? readRegion(block.attributes, problems) : null,
		points: block.form === 'criterion' ? pointsOf(block) : null,
		content,
		feedback,
	};
}

/** Nothing but an id, and these classes. */
function checkBare(
	{ classes, values }: Attributes,
	problems: Problems,
	{ classes: known = [], keys = [] }: { classes?: readonly string[]; keys?: readonly string[] } = {},
): void {
	for (const { name, place } of classes)
		if (!known.includes(name)) problems.add('attributes-syntax', place, { token: `.${name}` });
	for (const [key, { place }] of values)
		if (!keys.includes(key)) problems.add('attributes-syntax', place, { token: `${key}=` });
}

/** Places on a picture belong to regions alone. */
function checkRegions(options: readonly ParsedOption[], kind: WrittenKind, problems: Problems): void {
	if (kind === 'hotspot' || kind === 'refused') return;
	for (const { attributes } of options) {
		const round = attributes.classes.find(({ name }) => name === roundClass);
		const written = attributes.values.get(regionKey) ?? round;
		if (written) problems.add('region-unused', written.place, {});
	}
}

/** Up to 100, in quarters: as a person can give them. */
function pointsOf({ points }: OptionBlock): number | null {
	const value = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(points) ? Number(points.replace(',', '.')) : 0;
	return value > 0 && value <= 100 && Number.isInteger(value * 4) ? value : null;
}

function readAnswerLine(
	text: Text,
	block: QuestionBlock,
	locale: Locale,
	problems: Problems,
): (WrittenAnswer & { place: Place }) | null {
	const [slice, second] = block.answers;
	if (!slice) return null;
	const at = (each: Slice) => text.place(text.raw.lastIndexOf('=', each.start));
	if (second) problems.add('answer-twice', at(second), {});
	const answer = readWritten(text.raw.slice(slice.start, slice.end), locale, namedKind(block.attributes));
	const place = at(slice);
	if ('wrong' in answer) {
		const code = answer.wrong === 'range' ? 'number-range' : 'number-unreadable';
		problems.add(code, place, { written: text.raw.slice(slice.start, slice.end).trim() });
	} else if (answer.kind === 'text') {
		const words = usableWords(answer.words, locale);
		if (words.length < answer.words.length) problems.add('text-empty', place, {});
		const [only = ''] = words;
		const truth = /^(đúng|sai|yes|no|có|không|ត្រូវ|ខុស)$/iu.test(only) && words.length === 1;
		if (truth) problems.add('truefalse-word', place, { word: only });
		const written = answer.words.join(' | ');
		const why = namedKind(block.attributes) === 'text' ? null : digitsAsWords(written);
		if (why !== null) problems.add('digits-as-words', place, { written, why });
		return { ...answer, words, place };
	}
	return { ...answer, place };
}
