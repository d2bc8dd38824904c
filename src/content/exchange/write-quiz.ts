/** Questions as a quiz file; each is compiled first, so that `check` has nothing to say to what is written. */
import { writeNumber } from '#domain/questions/write-number.ts';
import { grade, rules } from '#domain/questions/grade.ts';
import type { Locale } from '#schemas/names.ts';
import { isId } from '#schemas/names.ts';
import type { Key, PlainAnswer, QuestionKind, QuestionText, Region } from '#schemas/question.ts';
import { digitsAsWords } from '../kinds/number.ts';
import { readWritten } from '../quiz/answer.ts';
import { readQuizAlone } from '../quiz-alone.ts';
import { idFrom, unused } from '../slug.ts';
import { allText } from '../markdown/tree.ts';
import { visit } from '../markdown/parse.ts';
import type { Blank, Bodies, Item, ItemKind, Rich } from './item.ts';
import { criteriaPoints } from './essay.ts';
import { blocks, escapeWords, inline } from './markdown.ts';
import { plainText } from './rich.ts';
import { spreadOf, type Bounds } from './words.ts';

export interface Written {
	id: string;
	kind: QuestionKind;
	/** What the source calls right, as `grade` takes it; null: a person grades it. */
	answer: PlainAnswer;
	markdown: string;
}

type Writers = {
	[K in ItemKind]: (body: Bodies[K], locale: Locale) => { lines: string[]; classes?: string };
};

/** How the answer of each kind is written. */
const writers: Writers = {
	single: ({ options }) => ({ lines: ticked(options) }),
	multiple: ({ options }) => ({ lines: ticked(options), classes: ' .multiple' }),
	truefalse: ({ right }) => ({ lines: [`= ${right}`] }),
	number({ units, ...bounds }, locale) {
		const unit = units ? ` ${units.words.join(' | ')}` : '';
		const classes = units ? ` unit=${units.policy} .number` : ' .number';
		return { lines: [`= ${boundsAs(bounds, locale)}${unit}`], classes };
	},
	text({ words }, locale) {
		const line = words.join(' | ');
		const plain = readWritten(line, locale, undefined).kind === 'text' && digitsAsWords(line) === null;
		return { lines: [`= ${line}`], ...(plain ? {} : { classes: ' .text' }) };
	},
	order: ({ steps }) => ({ lines: steps.map((step, n) => `${n + 1}. ${inline(step)}`), classes: ' .order' }),
	match: ({ pairs, decoys }) => ({
		lines: [
			...pairs.map(({ left, right }) => `- ${inline(left)} => ${inline(right)}`),
			...decoys.map((decoy) => `- => ${inline(decoy)}`),
		],
		classes: ' .match',
	}),
	group: ({ groups }) => ({
		lines: groups.flatMap(({ content, items }) => [
			`- ${inline(content)}`,
			...items.map((item) => `  - ${inline(item)}`),
		]),
		classes: ' .group',
	}),
	essay: ({ length: { words: { least = '', most = '' } = {}, lines }, criteria }) => ({
		lines: criteria.map(({ points, words }) => `- [${points}] ${escapeWords(words)}`),
		classes: `${least || most ? ` words=${least}..${most}` : ''}${lines ? ` lines=${lines}` : ''} .essay`,
	}),
	hotspot: ({ spots }) => ({
		lines: spots.flatMap(({ content, right, region, feedback }) => [
			`- [${right ? 'x' : ' '}] ${inline(content)} {${region.round ? '.round ' : ''}at=${placeOf(region)}}`,
			...(feedback ? [`  > ${escapeWords(feedback)}`] : []),
		]),
		classes: ' .hotspot',
	}),
	// They stand in the text.
	blanks: () => ({ lines: [], classes: ' .blanks' }),
	matrix: ({ columns, rows }) => ({
		lines: [
			`| | ${columns.map(inline).join(' | ')} |`,
			`|---|${':-:|'.repeat(columns.length)}`,
			...rows.map(
				({ content, column }) =>
					`| ${inline(content)} |${columns.map((_, at) => (at === column ? ' x |' : ' |')).join('')}`,
			),
		],
		classes: ' .matrix',
	}),
};

function boundsAs(bounds: Bounds, locale: Locale): string {
	const { low, high, shown } = bounds;
	const written = (value: number) => writeNumber(value, locale);
	if (low === high) return written(low);
	const spread = spreadOf(bounds);
	return spread === null ? `${written(low)}..${written(high)}` : `${written(shown)} ± ${written(spread)}`;
}

function ticked(options: Bodies['single']['options']): string[] {
	return options.flatMap(({ content, right, last, feedback }, index) => [
		`- [${right ? 'x' : ' '}] ${inline(content)} {#${letterId(index)}${last ? ' .last' : ''}}`,
		...(feedback ? [`  > ${escapeWords(feedback)}`] : []),
	]);
}

const placeOf = ({ left, top, width, height }: Region) => [left, top, width, height].join(',');

const letterId = (index: number) =>
	String.fromCharCode(97 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26) + 1));

const head = (id: string, title: string) =>
	`---\nid: ${id}\ntitle: ${JSON.stringify(title)}\nkind: practice\n---\n`;

/**
 * The question as a part of a quiz file. `taken`: ids that are in use; the new one joins them.
 * @returns what the checker finds wrong, in words, where it cannot be written
 */
export function writeQuestion(
	item: Item,
	{ locale, says, taken }: { locale: Locale; says: 'vi' | 'en'; taken: Set<string> },
): Written | { wrong: string } {
	if (item.body.kind === 'blanks') writeBlanks(item.question, item.body.blanks);
	const { title, rest } = titleOf(item);
	const wanted = item.id !== undefined && isId(item.id) ? item.id : idFrom(title, 'cau-hoi', taken);
	const id = unused(wanted, taken);
	const writer = writers[item.body.kind] as (
		body: Item['body'],
		locale: Locale,
	) => ReturnType<Writers['single']>;
	const { lines, classes = '' } = writer(item.body, locale);
	const lists = listsBeside[item.body.kind] ?? 'as-is';
	const parts = [
		`## ${escapeWords(title)} {#${id}${pointsOf(item)}${classes}}`,
		blocks(rest, lists),
		lines.join('\n'),
		item.hint ? `? ${escapeWords(item.hint)}` : '',
		item.explanation ? `! ${escapeWords(item.explanation)}` : '',
	];
	const draft = head('thu', 'Thử') + '\n' + parts.filter((part) => part !== '').join('\n\n') + '\n';
	const { questions, errors, raw } = readQuizAlone('q', new TextEncoder().encode(draft), { locale, says });
	const [question] = questions;
	if (!question || questions.length > 1) return { wrong: errors[0]?.message ?? 'too many' };
	const { asked, key, text } = question;
	const changed = choicesOf(item.body).find((each) => !keptIn(text).includes(each));
	if (changed !== undefined) return { wrong: changed };
	const answer = answerOf(item, key, locale);
	const grading = grade(asked, key, answer, locale);
	if (grading.score !== grading.maxScore && item.body.kind !== 'essay')
		return { wrong: JSON.stringify(answer) };
	taken.add(id);
	return { id, kind: asked.kind, answer, markdown: (raw || draft).slice(head('thu', 'Thử').length).trim() };
}

/** Where a list would be read as the answer, it is written as the other kind of list. */
const listsBeside: { [K in ItemKind]?: 'bullets' | 'numbered' } = {
	order: 'bullets',
	match: 'numbered',
	group: 'numbered',
	essay: 'numbered',
};

/** Hundredths, from 0.01 to 100. */
function pointsOf({ points = 1, body, changes }: Item): string {
	// They say it themselves.
	if (criteriaPoints(body) !== undefined) return '';
	const rounded = Math.round(points * 100) / 100;
	if (rounded === points && points > 0 && points <= 100) return points === 1 ? '' : ` points=${points}`;
	changes.add('points');
	const near = Math.min(100, Math.max(0.01, rounded));
	return ` points=${near}`;
}

export function writeQuiz(id: string, title: string, written: readonly Written[]): string {
	return `${head(id, title)}\n${written.map(({ markdown }) => markdown).join('\n\n')}\n`;
}

/** Each blank as authors write it; its id says nothing of what is right. */
function writeBlanks(question: Rich, blanks: readonly Blank[]): void {
	const escape = (words: string) => words.replace(/[\\[\]|{}]/g, '\\$&');
	// What is chosen is Markdown, what is typed is not.
	const escapeAll = (words: string) => words.replace(/[\\`*_~[\]<|{}&]/g, '\\$&');
	visit({ type: 'root', children: question }, (node: { type: string; index?: number }) => {
		if (node.type !== 'blank') return;
		const blank = blanks[node.index ?? -1];
		if (!blank) return;
		const inner =
			'words' in blank
				? `= ${blank.words.map(escape).join(' | ')}`
				: blank.options.map(({ words, right }) => `(${right ? 'x' : ' '}) ${escapeAll(words)}`).join(' | ');
		Object.assign(node, { written: `[${inner}]{#cho-${(node.index ?? 0) + 1}}` });
	});
}

/** Words to choose in blanks, as they were and as our compiler reads them: not every address can stand there. */
function choicesOf(body: Item['body']): string[] {
	if (body.kind !== 'blanks') return [];
	return body.blanks.flatMap((blank) => ('words' in blank ? [] : blank.options.map(({ words }) => words)));
}

function keptIn({ blanks = [] }: QuestionText): string[] {
	return blanks.flatMap(({ options = [] }) => options.map(({ content }) => allText(content)));
}

function hasBlank(rich: Rich): boolean {
	let found = false;
	visit({ type: 'root', children: rich }, (node: { type: string }) => {
		if (node.type === 'blank') found = true;
	});
	return found;
}

/** The first paragraph, as plain words; its pictures stay below. */
function titleOf({ question, name, changes }: Item): { title: string; rest: Item['question'] } {
	const [first, ...rest] = question;
	const isTitle = (first?.type === 'paragraph' || first?.type === 'heading') && !hasBlank([first]);
	if (!isTitle) return { title: plainText([{ type: 'text', value: name }]), rest: question };
	const title = plainText([first]);
	const formatted = first.children.some(({ type }) => !/^(?:text|break|image)$/.test(type));
	if (formatted) changes.add('title-format');
	const pictures = first.children.filter(({ type }) => type === 'image');
	const below = pictures.map((picture) => ({ type: 'paragraph' as const, children: [picture] }));
	return { title: title === '' ? name : title, rest: [...below, ...rest] };
}

/** What the source declares right; where places have ids by their words only, in those. */
function answerOf({ body }: Item, key: Key, locale: Locale): PlainAnswer {
	switch (body.kind) {
		case 'single':
			return letterId(body.options.findIndex(({ right }) => right));
		case 'multiple':
			return body.options.flatMap(({ right }, index) => (right ? [letterId(index)] : []));
		case 'truefalse':
			return body.right;
		case 'number': {
			const { shown, units } = body;
			return units?.policy === 'required' ? `${writeNumber(shown, locale)} ${units.words[0]}` : shown;
		}
		case 'text':
			return body.words[0] ?? null;
		default:
			return rules[body.kind].solution(key as never, locale);
	}
}
