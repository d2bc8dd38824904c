/** Blanks within a text of Moodle. */
import { Rejected, type Blank, type Change } from '../item.ts';
import { escapeXml } from '../html.ts';
import { blankMark, plainFromHtml, putBlanks } from '../rich.ts';
import { choiceBody, withStars, wordsBody } from '../words.ts';

/** `[[1]]`, in the order of the text. */
export function markGaps(words: string): string {
	let index = -1;
	return words.replace(/\[\[\d+\]\]/g, () => blankMark((index += 1)));
}

/** `{1:SHORTANSWER:=right~%50%half#said}` (docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type). */
const part = /\{(\d*):([A-Z_]+):((?:\\.|[^\\}])*)\}/gs;

export function markCloze(words: string): string {
	let index = -1;
	return words.replace(part, () => blankMark((index += 1)));
}

/** @throws Rejected */
export function clozeParts(words: string, changes: Set<Change>): Blank[] {
	const parts = [...words.matchAll(part)];
	if (new Set(parts.map(([, points]) => points)).size > 1) changes.add('weights');
	return parts.map(([, , type = '', answers = '']) => blankOf(type, answersOf(answers, changes), changes));
}

interface Answer {
	words: string;
	/** In per cent. */
	share: number;
}

function answersOf(written: string, changes: Set<Change>): Answer[] {
	return written.split(/(?<!\\)~/).map((each) => {
		const [, share = '', sign = '', rest = ''] = /^(?:%(-?[\d.,]+)%)?(=?)(.*)$/s.exec(each.trim()) ?? [];
		const [answer = '', ...remark] = rest.split(/(?<![\\&])#/);
		if (remark.join('').trim() !== '') changes.add('feedback');
		const html = answer.replace(/\\([~=#{}\\/"])/g, '$1');
		const given = share === '' ? (sign === '=' ? 100 : 0) : Number(share.replace(',', '.'));
		return { words: plainFromHtml(html, new Set()), share: given };
	});
}

function blankOf(type: string, answers: readonly Answer[], changes: Set<Change>): Blank {
	if (/^(?:SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/.test(type)) {
		if (/C$/.test(type)) changes.add('case');
		return typed(answers, changes);
	}
	if (/^(?:NUMERICAL|NM)$/.test(type)) {
		changes.add('as-words');
		return typed(
			answers.map(({ words, share }) => ({ words: words.replace(/:.*$/s, ''), share })),
			changes,
		);
	}
	if (!/^(?:MULTICHOICE|MC)(?:_?[VHS]+)?$|^MC[VHS]+$/.test(type)) throw new Rejected('blanks');
	const body = choiceBody(
		answers.map(({ words, share }) => ({ content: [{ type: 'text', value: words }], share })),
		true,
		changes,
	);
	const right = body.kind === 'single' ? body.options.findIndex((option) => option.right) : -1;
	return { options: answers.map(({ words }, index) => ({ words, right: index === right })) };
}

function typed(answers: readonly Answer[], changes: Set<Change>): Blank {
	const body = wordsBody(answers, changes, 'any-letters');
	return { words: body.kind === 'text' ? body.words : [] };
}

/** The text with its blanks as Moodle writes them; a curly bracket of the text's own opens none. @throws Rejected */
export function withCloze(html: string, blanks: readonly Blank[]): string {
	return putBlanks(html.replaceAll('{', '&#123;'), (index) => {
		const blank = blanks[index];
		if (!blank) return '';
		if ('words' in blank)
			return `{1:SHORTANSWER:${blank.words.map((words) => `=${escaped(withStars(words))}`).join('~')}}`;
		const choices = blank.options.map(({ words, right }) => `${right ? '=' : '%0%'}${escaped(words)}`);
		return `{1:MULTICHOICE_S:${choices.join('~')}}`;
	});
}

/** A backslash of the words' own cannot be told from one of the format. */
function escaped(words: string): string {
	if (/\\(?!\*)/.test(words)) throw new Rejected('words-not-held');
	const named: Record<string, string> = {
		'&#38;': '&amp;',
		'&#60;': '&lt;',
		'&#62;': '&gt;',
		'&#34;': '&quot;',
	};
	return escapeXml(words.replace(/[~=#{}\\]/g, '\\$&')).replace(/&#\d+;/g, (sign) => named[sign] ?? sign);
}
