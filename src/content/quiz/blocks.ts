/** A quiz file, line by line: the introduction, then per heading a question with its parts. */
import { personGraded } from '#schemas/names.ts';
import type { Slice } from '../markdown/fragment.ts';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { cellsOf, isRow, isRule, tickedCell } from './rows.ts';
import { noAttributes, readAttributes, type Attributes } from './attributes.ts';
import { CaseReader } from './cases.ts';

/** How options are written: `- [ ]`, `1.`, `- left => right`, set in under `- group`, a row of a table, `- [2]`. */
export type OptionForm = 'ticked' | 'numbered' | 'paired' | 'grouped' | 'tabled' | 'criterion';

export interface OptionBlock {
	form: OptionForm;
	ticked: boolean;
	place: Place;
	content: Slice[];
	attributes: Attributes;
	feedback: Slice[];
	/** The index among the targets of what it goes with: its right-hand side, its group, the column ticked in its row. */
	target: number | null;
	/** Of a criterion, what is written in its brackets. */
	points: string;
}

export interface QuestionBlock {
	place: Place;
	title: Slice;
	attributes: Attributes;
	body: Slice[];
	options: OptionBlock[];
	/** Right-hand sides of pairs, a line each; groups; columns. */
	targets: OptionBlock[];
	hint: Slice[];
	explanation: Slice[];
	/** What follows `=`, one a line. */
	answers: Slice[];
}

export interface QuizBlocks {
	intro: Slice[];
	questions: QuestionBlock[];
	cases: CaseReader['cases'];
}

const heading = /^##(?!#)[ \t]*/;
/** Blanks may be missing, as in `-[ ] a`, `- [] a` and `- [x]a`; a link is no box. */
const option = /^([ \t]{0,3})(?:[-*+][ \t]+|-)\[([ \t]*[^\]\s]?[ \t]*)\](?![([:])[ \t]*/;
/** `- [2] words`: what a person gives up to 2 points for. */
const criterion = /^[ \t]{0,3}(?:[-*+][ \t]+|-)\[([^\]]*)\](?![([:])[ \t]*/;
const numbered = /^[ \t]{0,3}\d{1,3}[.)](?:[ \t]+|$|(?=\D))/;
const listed = /^[ \t]{0,3}[-*+](?:[ \t]+|$)/;
/** A pair whose blank behind the dash is missing. */
const paired = /^[ \t]{0,3}[-*+][ \t]*(?=.*=>)/;
const grouped = /^([ \t]*)[-*+](?:[ \t]+|$)/;
/** An arrow; or what may hold one that is none: an escaped sign, and code. */
const arrow = /\\.|(`+)(?!`).*?(?<!`)\1(?!`)|[ \t]*=>[ \t]*/g;
const feedback = /^[ \t]*>[ \t]?/;
const part = /^([?=]|!(?!\[))[ \t]*/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

export function readBlocks(text: Text, bodyStart: number, problems: Problems): QuizBlocks {
	const reader = new BlockReader(text, problems);
	for (const line of lines(text, bodyStart)) reader.take(line);
	reader.finish();
	return reader.blocks;
}

function* lines(text: Text, from: number): Generator<Slice> {
	for (let start = from; start < text.raw.length;) {
		const feed = text.raw.indexOf('\n', start);
		const next = feed === -1 ? text.raw.length : feed + 1;
		const end = feed === -1 ? next : feed;
		yield { start, end: text.raw[end - 1] === '\r' ? end - 1 : end };
		start = next;
	}
}

class BlockReader {
	readonly blocks: QuizBlocks;
	readonly #cases: CaseReader;
	readonly #text: Text;
	readonly #problems: Problems;
	/** Where a line without a mark of its own goes on; null after a blank line. */
	#open: Slice[] | null = null;
	/** The hint or explanation that was begun: all that follows without a mark belongs to it. */
	#part: Slice[] | null = null;
	#fence = '';
	/** The option that lines without a mark and feedback go on with. */
	#last: OptionBlock | undefined;

	constructor(text: Text, problems: Problems) {
		this.#text = text;
		this.#problems = problems;
		this.#cases = new CaseReader(text, problems);
		this.blocks = { intro: [], questions: [], cases: this.#cases.cases };
	}

	take(line: Slice): void {
		const words = this.#text.raw.slice(line.start, line.end);
		if (this.#fence === '' && this.#cases.take(line, words)) return;
		const question = this.blocks.questions.at(-1);
		const body = question?.body ?? this.blocks.intro;
		const ticks = fence.exec(words)?.[1] ?? '';
		if (this.#fence !== '' || ticks !== '') {
			const closes = this.#fence !== '' && ticks.startsWith(this.#fence);
			this.#fence = this.#fence === '' ? ticks : closes ? '' : this.#fence;
			(this.#part ?? body).push(line);
		} else if (heading.test(words)) {
			this.#startQuestion(line, words);
		} else if (words.trim() === '') {
			this.#open = this.#part;
			if (!this.#part) body.push(line);
		} else if (!question || !this.#takePart(question, line, words)) {
			this.#continue(body, line);
		}
	}

	finish(): void {
		this.#cases.finish();
		for (const question of this.blocks.questions) {
			for (const each of [...question.options, ...question.targets]) this.#finishOption(each);
		}
	}

	#startQuestion(line: Slice, words: string): void {
		const mark = heading.exec(words)?.[0].length ?? 2;
		const slice = { start: line.start + mark, end: line.end };
		const { attributes, rest } = readAttributes(this.#text, slice, this.#problems);
		this.blocks.questions.push({
			place: this.#text.place(line.start),
			title: rest,
			attributes,
			body: [],
			options: [],
			targets: [],
			hint: [],
			explanation: [],
			answers: [],
		});
		this.#open = null;
		this.#part = null;
		this.#last = undefined;
	}

	/** Whether the line belongs to the question's answer, hint, explanation or feedback. */
	#takePart(question: QuestionBlock, line: Slice, words: string): boolean {
		const after = (length: number): Slice => ({ start: line.start + length, end: line.end });
		const ticked = option.exec(words);
		const last = this.#last;
		const marked = part.exec(words);
		const answered = last?.feedback;
		const has = (name: string) => question.attributes.classes.some((each) => each.name === name);
		const rated = personGraded.some(has) ? criterion.exec(words) : null;
		if (rated) {
			const started = this.#startOption('criterion', after(rated[0].length), line.start);
			started.points = (rated[1] ?? '').trim();
			question.options.push(started);
		} else if (ticked) {
			this.#startTicked(question, after(ticked[0].length), line.start + (ticked[1]?.length ?? 0), ticked[2]);
		} else if (has('order') && numbered.test(words)) {
			const content = after(numbered.exec(words)?.[0].length ?? 0);
			question.options.push(this.#startOption('numbered', content, line.start));
		} else if (has('match') && (listed.test(words) || paired.test(words))) {
			const mark = listed.exec(words) ?? paired.exec(words);
			this.#startPair(question, after(mark?.[0].length ?? 0), line.start);
		} else if (has('group') && grouped.test(words)) {
			this.#startGrouped(question, line, words);
		} else if (has('matrix') && isRow(words)) {
			this.#takeRow(question, line);
		} else if (answered && !this.#part && feedback.test(words)) {
			answered.push(after(feedback.exec(words)?.[0].length ?? 0));
			this.#open = answered;
		} else if (marked) {
			const sign = marked[1];
			const parts = sign === '=' ? question.answers : sign === '?' ? question.hint : question.explanation;
			parts.push(after(marked[0].length));
			this.#part = sign === '=' ? null : parts;
			this.#open = this.#part;
		} else if (last?.form === 'ticked' && !this.#part && listed.test(words)) {
			this.#problems.add('option-no-box', this.#text.place(line.start), {});
		} else if (last && this.#open === null && /^(?: {2,}|\t)/.test(words)) {
			// Indented under an option, after a blank line.
			this.#open = last.feedback.length > 0 ? last.feedback : last.content;
			this.#continue(this.#open, line);
		} else {
			return false;
		}
		return true;
	}

	#startTicked(question: QuestionBlock, content: Slice, at: number, tick = ''): void {
		const sign = tick.trim();
		if (!/^[xX]?$/.test(sign)) this.#problems.add('tick-unreadable', this.#text.place(at), { tick: sign });
		const option = this.#startOption('ticked', content, at);
		option.ticked = /^[xX]$/.test(sign);
		question.options.push(option);
	}

	/** `left => right`; without a left-hand side the right is a decoy. */
	#startPair(question: QuestionBlock, line: Slice, at: number): void {
		const words = this.#text.raw.slice(line.start, line.end);
		const found = Array.from(words.matchAll(arrow)).find(([sign]) => sign.trim() === '=>');
		if (!found) return this.#problems.add('pair-unreadable', this.#text.place(at), {});
		const left = { start: line.start, end: line.start + found.index };
		const right = { start: line.start + found.index + found[0].length, end: line.end };
		const option = this.#startOption('paired', left, at);
		option.target = question.targets.length;
		if (found.index > 0) question.options.push(option);
		question.targets.push(this.#startOption('paired', right, right.start));
	}

	/** A group, or an item that is set in under it. */
	#startGrouped({ options, targets }: QuestionBlock, line: Slice, words: string): void {
		const [mark = '', indent = ''] = grouped.exec(words) ?? [];
		const at = line.start + indent.length;
		const isItem = indent.length > 1 || indent === '\t';
		if (isItem && targets.length === 0) this.#problems.add('group-item-alone', this.#text.place(at), {});
		const started = this.#startOption('grouped', { start: line.start + mark.length, end: line.end }, at);
		if (isItem) started.target = targets.length - 1;
		(isItem ? options : targets).push(started);
	}

	/** The head of a table has the columns; a row its words, and one `x`. */
	#takeRow({ options, targets }: QuestionBlock, line: Slice): void {
		const [first, ...cells] = cellsOf(this.#text, line);
		if (!first) return;
		if (targets.length === 0) {
			for (const cell of cells) targets.push(this.#startOption('tabled', cell, cell.start));
		} else if (!isRule(this.#text, line)) {
			const row = this.#startOption('tabled', first, first.start);
			row.target = tickedCell(this.#text, cells, targets.length, this.#problems);
			options.push(row);
		}
		this.#open = null;
	}

	#startOption(form: OptionForm, content: Slice, at: number): OptionBlock {
		const option: OptionBlock = {
			form,
			ticked: false,
			place: this.#text.place(at),
			content: [content],
			attributes: noAttributes(this.#text, content),
			feedback: [],
			target: null,
			points: '',
		};
		this.#last = option;
		this.#part = null;
		this.#open = option.content;
		return option;
	}

	#continue(body: Slice[], line: Slice): void {
		const words = this.#text.raw.slice(line.start, line.end);
		const indent = words.length - words.trimStart().length;
		if (this.#open) this.#open.push({ start: line.start + indent, end: line.end });
		else body.push(line);
	}

	/** An option's attributes stand at the end of its last line, or of its first. */
	#finishOption(block: OptionBlock): void {
		for (const at of new Set([block.content.length - 1, 0])) {
			const slice = block.content[at];
			if (!slice) return;
			const { attributes, rest } = readAttributes(this.#text, slice, this.#problems);
			block.content[at] = rest;
			block.attributes = attributes;
			if (attributes.written) return;
		}
	}
}
