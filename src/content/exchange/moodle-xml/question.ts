/** One `<question>` of Moodle XML. */
import {
	Rejected,
	type Change,
	type Item,
	type ItemBody,
	type Reason,
	type Rich,
	type Units,
} from '../item.ts';
import { readWritten } from '../../quiz/answer.ts';
import type { Pictures } from '../pictures.ts';
import { countOf, essayBody, readCriteria } from '../essay.ts';
import { fromText, plainText, type TextFormat } from '../rich.ts';
import { clozeParts, markCloze, markGaps } from './gaps.ts';
import { boundsAround, choiceBody, matchBody, numberBody, wordsBody } from '../words.ts';
import { childOf, childrenOf, wordsIn, wordsOf, type XmlElement } from '../xml/parse.ts';

type Read = (question: XmlElement, text: Texts) => ItemBody;

const kinds: Record<string, Read> = {
	multichoice: readChoice,
	multichoiceset: readChoice,
	truefalse: readTruth,
	shortanswer: readWords,
	numerical: readNumbers,
	matching: readPairs,
	match: readPairs,
	ddmatch: readPairs,
	ordering: readOrder,
	gapselect: readGaps,
	ddwtos: readGaps,
	cloze: readCloze,
	multianswer: readCloze,
	essay: readEssay,
};

/** Marks the blanks in the text. */
const markOf: Record<string, (words: string) => string> = {
	gapselect: markGaps,
	ddwtos: markGaps,
	cloze: markCloze,
	multianswer: markCloze,
};

const refused: Record<string, Reason> = {
	description: 'description',
	random: 'random',
	randomsamatch: 'random',
	calculated: 'calculated',
	calculatedsimple: 'calculated',
	calculatedmulti: 'calculated',
	ddmarker: 'hotspot',
};

/** @throws Rejected */
export function readQuestion(
	question: XmlElement,
	at: { name: string; line: number },
	pictures: Pictures,
): Item {
	const type = question.attributes.type ?? '';
	const read = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
	if (!read) throw new Rejected((Object.hasOwn(refused, type) && refused[type]) || 'unknown-kind');
	const text = new Texts(pictures);
	const body = read(question, text);
	const words = text.rich(childOf(question, 'questiontext'), 'html', markOf[type]);
	if (words.length === 0) throw new Rejected('no-text');
	noteLosses(question, text.changes);
	const id = wordsIn(question, 'idnumber');
	const points = Number(wordsIn(question, 'defaultgrade'));
	const hint = childrenOf(question, 'hint').map((each) => text.plain(each));
	const explanation = text.plain(childOf(question, 'generalfeedback'));
	return {
		...at,
		question: words,
		body,
		changes: text.changes,
		...(id !== '' && { id }),
		...(points > 0 && { points }),
		...(hint.length > 0 && { hint: hint.join(' ').trim() }),
		...(explanation !== '' && { explanation }),
	};
}

const formats: Record<string, TextFormat> = {
	html: 'html',
	moodle_auto_format: 'moodle',
	plain_text: 'plain',
	markdown: 'markdown',
	// As numbers, by older versions.
	0: 'moodle',
	1: 'html',
	2: 'plain',
	4: 'markdown',
};

/** Reads texts of one question, and notes what they lose. */
class Texts {
	readonly changes = new Set<Change>();
	readonly #pictures: Pictures;

	constructor(pictures: Pictures) {
		this.#pictures = pictures;
	}

	/** `<x format="html"><text>…</text><file name="…" encoding="base64">…</file></x>`. */
	rich(element: XmlElement | undefined, usual: TextFormat = 'html', mark = (words: string) => words): Rich {
		const { format = '' } = element?.attributes ?? {};
		const files = childrenOf(element, 'file');
		const words = mark(wordsIn(element, 'text'));
		return fromText(words, formats[format] ?? usual, this.changes, (source) => this.#find(source, files));
	}

	plain(element: XmlElement | undefined): string {
		return plainText(this.rich(element));
	}

	#find(source: string, files: readonly XmlElement[]): string | null {
		const [, kept = '', data] =
			/^(?:@@PLUGINFILE@@\/(.+)|data:image\/[\w.+-]+;base64,(.*))$/s.exec(source.replace(/[?#].*$/, '')) ??
			[];
		if (data !== undefined) return this.#pictures.keep('', Buffer.from(data, 'base64'));
		const name = decoded(kept);
		const file = files.find(({ attributes: { path = '/', name: own = '' } }) => path.slice(1) + own === name);
		if (!file || file.attributes.encoding !== 'base64') return null;
		return this.#pictures.keep(name.split('/').at(-1) ?? '', Buffer.from(wordsOf(file), 'base64'));
	}
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** What Moodle has and we have not. */
function noteLosses(question: XmlElement, changes: Set<Change>): void {
	const has = (name: string) => childrenOf(question, name).some((each) => wordsOf(each).trim() !== '');
	const remarks = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];
	if (remarks.some(has)) changes.add('verdict-words');
	if (has('tags')) changes.add('tags');
	if (wordsIn(question, 'usecase') === '1') changes.add('case');
	if (/^(?:0|false)$/.test(wordsIn(question, 'shuffleanswers'))) changes.add('fixed-order');
	if (has('image') || has('image_base64')) changes.add('picture');
}

/** In per cent. */
function shareOf(answer: XmlElement): number {
	const share = Number((answer.attributes.fraction ?? '').replace(',', '.'));
	if (!Number.isFinite(share)) throw new Rejected('answer-unread');
	return share;
}

function readChoice(question: XmlElement, text: Texts): ItemBody {
	const choices = childrenOf(question, 'answer').map((answer) => ({
		content: text.rich(answer),
		share: shareOf(answer),
		feedback: text.plain(childOf(answer, 'feedback')),
	}));
	const isSingle =
		question.attributes.type === 'multichoice' && !/^(?:false|0)$/.test(wordsIn(question, 'single'));
	return choiceBody(choices, isSingle, text.changes);
}

function readTruth(question: XmlElement, { changes }: Texts): ItemBody {
	noteFeedback(question, changes);
	const right = childrenOf(question, 'answer').find((answer) => shareOf(answer) > 0);
	const word = right && wordsIn(right, 'text').toLowerCase();
	if (word !== 'true' && word !== 'false') throw new Rejected('no-right');
	return { kind: 'truefalse', right: word === 'true' };
}

function noteFeedback(question: XmlElement, changes: Set<Change>): void {
	const said = childrenOf(question, 'answer').flatMap((answer) => childrenOf(answer, 'feedback'));
	if (said.some((each) => wordsOf(each).trim() !== '')) changes.add('feedback');
}

function readWords(question: XmlElement, { changes }: Texts): ItemBody {
	noteFeedback(question, changes);
	const answers = childrenOf(question, 'answer').map((answer) => ({
		words: wordsIn(answer, 'text'),
		share: shareOf(answer),
	}));
	return wordsBody(answers, changes, 'any-letters');
}

function readNumbers(question: XmlElement, { changes }: Texts): ItemBody {
	noteFeedback(question, changes);
	const number = (words: string) => (words === '' ? NaN : Number(words.replace(',', '.')));
	const answers = childrenOf(question, 'answer').filter((answer) => wordsIn(answer, 'text') !== '*');
	const body = numberBody(
		answers.map((answer) => ({
			...boundsAround(
				number(wordsIn(answer, 'text')),
				Number(wordsIn(answer, 'tolerance').replace(',', '.')),
			),
			share: shareOf(answer),
		})),
		changes,
	);
	const units = readUnits(question, changes);
	return units === null ? body : { ...body, units };
}

/** Names of the unit that the answer is in; others, of a thousandth say, have no place here. */
function readUnits(question: XmlElement, changes: Set<Change>): Units | null {
	const all = childrenOf(childOf(question, 'units'), 'unit').map((unit) => ({
		name: wordsIn(unit, 'unit_name').replace(/\s+/g, ' '),
		scale: Number(wordsIn(unit, 'multiplier').replace(',', '.') || '1'),
	}));
	// 3: no unit is asked for.
	const isAsked = wordsIn(question, 'showunits') !== '3';
	const usable = all.filter(({ name, scale }) => isAsked && scale === 1 && isUnit(name));
	const words = usable.map(({ name }) => name);
	if (words.length < all.length) changes.add('unit');
	if (words.length === 0) return null;
	const isGraded = /^[12]$/.test(wordsIn(question, 'unitgradingtype'));
	if (isGraded && Number(wordsIn(question, 'unitpenalty')) < 1) changes.add('unit-share');
	return { policy: isGraded ? 'required' : 'optional', words };
}

/** Whether it can be written behind a number. */
function isUnit(name: string): boolean {
	const read = readWritten(`1 ${name}`, 'en', 'number');
	return read.kind === 'number' && 'units' in read && read.units?.length === 1 && read.units[0] === name;
}

function readPairs(question: XmlElement, text: Texts): ItemBody {
	const pairs = childrenOf(question, 'subquestion').map((each) => ({
		left: text.rich(each),
		right: text.rich(childOf(each, 'answer'), question.attributes.type === 'ddmatch' ? 'html' : 'plain'),
	}));
	const isDecoy = ({ left }: (typeof pairs)[number]) => left.length === 0;
	return matchBody(
		pairs.filter((pair) => !isDecoy(pair)),
		pairs.filter(isDecoy).map(({ right }) => right),
	);
}

/** The fraction of a step is its place. */
function readOrder(question: XmlElement, text: Texts): ItemBody {
	const answers = childrenOf(question, 'answer').sort((a, b) => shareOf(a) - shareOf(b));
	if (answers.length < 2) throw new Rejected('too-few');
	return { kind: 'order', steps: answers.map((answer) => text.rich(answer)) };
}

/** `[[2]]` in the text is the second choice; to choose from are those of its group. */
function readGaps(question: XmlElement, text: Texts): ItemBody {
	const choices = childrenOf(question)
		.filter(({ name }) => name === 'selectoption' || name === 'dragbox')
		.map((each) => ({ words: text.plain(each), group: wordsIn(each, 'group') }));
	const gaps = [...wordsIn(childOf(question, 'questiontext'), 'text').matchAll(/\[\[(\d+)\]\]/g)];
	const blanks = gaps.map(([, number]) => {
		const right = choices[Number(number) - 1];
		if (!right) throw new Rejected('unknown-answer');
		const own = choices.filter(({ group }) => group === right.group);
		return { options: own.map((each) => ({ words: each.words, right: each === right })) };
	});
	if (blanks.length === 0) throw new Rejected('no-right');
	return { kind: 'blanks', blanks };
}

function readEssay(question: XmlElement, text: Texts): ItemBody {
	const count = (name: string, most: number) => countOf(wordsIn(question, name), most);
	if (wordsIn(question, 'responseformat') === 'noinline') throw new Rejected('upload');
	if (count('attachments', 9) !== undefined || wordsIn(question, 'attachments') === '-1')
		text.changes.add('attachments');
	if (wordsIn(question, 'responsetemplate') !== '') text.changes.add('template');
	const notes = text.rich(childOf(question, 'graderinfo'));
	const criteria = notes.length === 0 ? [] : readCriteria(notes);
	if (criteria === null) text.changes.add('rubric');
	return essayBody(criteria ?? [], {
		least: count('minwordlimit', 2000),
		most: count('maxwordlimit', 2000),
		lines: count('responsefieldlines', 40),
	});
}

function readCloze(question: XmlElement, { changes }: Texts): ItemBody {
	const blanks = clozeParts(wordsIn(childOf(question, 'questiontext'), 'text'), changes);
	if (blanks.length === 0) throw new Rejected('no-right');
	return { kind: 'blanks', blanks };
}
