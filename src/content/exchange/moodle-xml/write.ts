/** Moodle XML, as Moodle 4 reads it. */
import { basename } from 'node:path/posix';
import { criteriaHtml } from '../essay.ts';
import { escapeXml, htmlOf } from '../html.ts';
import { Rejected, type Item, type ItemBody, type Rich, type Units } from '../item.ts';
import { isPlain, plainText } from '../rich.ts';
import { withCloze } from './gaps.ts';
import { evenBounds, rightShare, withStars, wrongShare } from '../words.ts';

/** Bytes of a picture, by its path here. */
export type PictureBytes = (path: string) => Uint8Array | undefined;

export function writeMoodleItem(item: Item, bytesOf: PictureBytes): string {
	const { body, id = '', hint = '', explanation = '', points = 1 } = item;
	const write = (tag: string, rich: Rich, attributes = '', more = '') =>
		formatted({ tag, rich, attributes, more }, bytesOf);
	const lines = [
		`<name>${text(item.name)}</name>`,
		formatted({ tag: 'questiontext', rich: item.question, attributes: '', more: '' }, bytesOf, (code) =>
			body.kind === 'blanks' ? withCloze(code, body.blanks) : code,
		),
		`<generalfeedback format="html">${html(escapeXml(explanation))}</generalfeedback>`,
		`<defaultgrade>${points}</defaultgrade>`,
		`<penalty>0.3333333</penalty>`,
		`<hidden>0</hidden>`,
		`<idnumber>${escapeXml(id)}</idnumber>`,
		...answersOf(body, write),
		...(hint === '' ? [] : [`<hint format="html">${html(escapeXml(hint))}</hint>`]),
	];
	return `  <question type="${typeOf[body.kind]}">\n${lines.map((line) => `    ${line}`).join('\n')}\n  </question>`;
}

export function writeMoodleXml(parts: readonly string[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}

const typeOf: Record<Item['body']['kind'], string> = {
	single: 'multichoice',
	multiple: 'multichoice',
	truefalse: 'truefalse',
	number: 'numerical',
	text: 'shortanswer',
	order: 'ordering',
	match: 'matching',
	group: 'matching',
	matrix: 'matching',
	blanks: 'cloze',
	hotspot: 'ddmarker',
	essay: 'essay',
};

const text = (words: string) => `<text>${escapeXml(words)}</text>`;
const html = (code: string) => `<text>${code === '' ? '' : `<![CDATA[${code}]]>`}</text>`;

interface Formatted {
	tag: string;
	rich: Rich;
	attributes: string;
	/** What follows the text. */
	more: string;
}

/** With the pictures that it shows. */
function formatted(
	{ tag, rich, attributes, more }: Formatted,
	bytesOf: PictureBytes,
	change = (code: string) => code,
): string {
	const files: string[] = [];
	const place = (path: string) => {
		const name = basename(path);
		const data = Buffer.from(bytesOf(path) ?? []).toString('base64');
		files.push(`<file name="${escapeXml(name)}" path="/" encoding="base64">${data}</file>`);
		return `@@PLUGINFILE@@/${name}`;
	};
	const code = change(htmlOf(rich, { place, whole: !isPlain(rich) || rich.length > 1 }));
	return `<${tag}${attributes} format="html">${html(code)}${files.join('')}${more}</${tag}>`;
}

type Write = (tag: string, rich: Rich, attributes?: string, more?: string) => string;

function answersOf(body: ItemBody, write: Write): string[] {
	switch (body.kind) {
		case 'single':
		case 'multiple':
			return choices(body, write);
		case 'truefalse':
			return [true, false].map((value) => answer(value === body.right ? 100 : 0, String(value)));
		case 'number': {
			const { value, spread } = evenBounds(body);
			const right = answer(100, String(value), `<tolerance>${spread}</tolerance>`);
			return [right, ...(body.units ? unitLines(body.units) : [])];
		}
		case 'text':
			return ['<usecase>0</usecase>', ...body.words.map((word) => answer(100, withStars(word)))];
		case 'order':
			return [
				'<layouttype>VERTICAL</layouttype>',
				'<selecttype>ALL</selecttype>',
				'<gradingtype>RELATIVE_TO_CORRECT</gradingtype>',
				...body.steps.map((step, index) => write('answer', step, ` fraction="${index + 1}"`)),
			];
		case 'essay': {
			const { words: { least = '', most = '' } = {}, lines } = body.length;
			return [
				'<responseformat>plain</responseformat>',
				'<responserequired>1</responserequired>',
				...(lines ? [`<responsefieldlines>${lines}</responsefieldlines>`] : []),
				`<minwordlimit>${least}</minwordlimit>`,
				`<maxwordlimit>${most}</maxwordlimit>`,
				'<attachments>0</attachments>',
				'<attachmentsrequired>0</attachmentsrequired>',
				`<graderinfo format="html">${html(criteriaHtml(body.criteria))}</graderinfo>`,
				'<responsetemplate format="html"><text></text></responsetemplate>',
			];
		}
		case 'blanks':
			return [];
		// Markers are dropped on a picture, and each has a place of its own: no equal.
		case 'hotspot':
			throw new Rejected('kind-not-held');
		case 'match':
			return pairs([...body.pairs, ...body.decoys.map((right) => ({ left: [], right }))], write);
		case 'group':
			return pairs(
				body.groups.flatMap(({ content: right, items }) =>
					(items.length > 0 ? items : [[]]).map((left) => ({ left, right })),
				),
				write,
			);
		case 'matrix': {
			const used = new Set(body.rows.map(({ column }) => column));
			const rows = body.rows.map(({ content, column }) => ({
				left: content,
				right: body.columns[column] ?? [],
			}));
			const unused = body.columns
				.filter((_, index) => !used.has(index))
				.map((right) => ({ left: [], right }));
			return pairs([...rows, ...unused], write);
		}
	}
}

function choices({ kind, options }: Extract<ItemBody, { options: unknown }>, write: Write): string[] {
	const rights = options.filter(({ right }) => right).length;
	const shareOf = (right: boolean) => {
		if (kind === 'single') return right ? 100 : 0;
		return right ? rightShare(rights) : wrongShare(options.length - rights);
	};
	return [
		`<single>${kind === 'single'}</single>`,
		'<shuffleanswers>true</shuffleanswers>',
		'<answernumbering>abc</answernumbering>',
		...options.map(({ content, right, feedback = '' }) =>
			write(
				'answer',
				content,
				` fraction="${shareOf(right)}"`,
				`<feedback format="html">${html(escapeXml(feedback))}</feedback>`,
			),
		),
	];
}

function answer(share: number, words: string, more = ''): string {
	return `<answer fraction="${share}" format="moodle_auto_format">${text(words)}${more}<feedback format="html"><text></text></feedback></answer>`;
}

/** To type in. One that is wrong takes all the points, as here; all are names of the same. */
function unitLines({ policy, words }: Units): string[] {
	const unit = (name: string) =>
		`<unit><multiplier>1</multiplier><unit_name>${escapeXml(name)}</unit_name></unit>`;
	return [
		`<units>${words.map(unit).join('')}</units>`,
		`<unitgradingtype>${policy === 'required' ? 1 : 0}</unitgradingtype>`,
		'<unitpenalty>1</unitpenalty>',
		'<showunits>0</showunits>',
		'<unitsleft>0</unitsleft>',
	];
}

/** What stands on the right is plain. */
function pairs(all: readonly { left: Rich; right: Rich }[], write: Write): string[] {
	const lines = all.map(({ left, right }) =>
		write('subquestion', left, '', `<answer>${text(plainText(right))}</answer>`),
	);
	return ['<shuffleanswers>true</shuffleanswers>', ...lines];
}
