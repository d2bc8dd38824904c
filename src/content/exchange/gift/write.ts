import { escapeXml, htmlOf } from '../html.ts';
import { Rejected, type Bodies, type Item, type Rich } from '../item.ts';
import { isPlain, plainText } from '../rich.ts';
import { rightShare, spreadOf, withStars, wrongShare } from '../words.ts';

/** @throws Rejected */
export function writeGiftItem(item: Item): string {
	const write = writerFor(item);
	const id = item.id === undefined ? '' : `// [id:${item.id}]\n`;
	const explanation = item.explanation ? `####${write.words(item.explanation)}` : '';
	const answers = answersOf(item.body, write);
	return `${id}::${escape(plainText([{ type: 'text', value: item.name }]))}::${write.mark}${write.rich(item.question, true)}{${answers}${explanation}}`;
}

export function writeGift(parts: readonly string[]): string {
	return `${parts.join('\n\n')}\n`;
}

interface Write {
	mark: '' | '[html]';
	rich(content: Rich, whole?: boolean): string;
	words(plain: string): string;
}

/** Plain words stand as they are; where there is more, or a sign that means something, all is HTML. */
function writerFor({ question, body, explanation = '' }: Item): Write {
	const texts = [question, ...textsOf(body)];
	const isSafe = (words: string) => !/[<>&%[\]]|->/.test(words);
	const remarks = 'options' in body ? body.options.map(({ feedback = '' }) => feedback) : [];
	const plain =
		question.length === 1 &&
		texts.every((rich) => isPlain(rich) && isSafe(plainText(rich))) &&
		[explanation, ...remarks].every(isSafe);
	if (plain) return { mark: '', rich: (content) => escape(plainText(content)), words: escape };
	return {
		mark: '[html]',
		rich: (content, whole = false) =>
			escape(htmlOf(content, { whole }).replace(/^%/, '&#37;').replaceAll('->', '-&gt;')),
		words: (words) => escape(escapeXml(words)),
	};
}

function textsOf(body: Item['body']): Rich[] {
	if ('options' in body) return body.options.map(({ content }) => content);
	return body.kind === 'match' ? body.pairs.map(({ left }) => left) : [];
}

function answersOf(body: Item['body'], write: Write): string {
	switch (body.kind) {
		case 'single':
		case 'multiple':
			return choices(body.kind, body.options, write);
		case 'essay':
			return '';
		case 'truefalse':
			return body.right ? 'TRUE' : 'FALSE';
		case 'number': {
			const spread = spreadOf(body);
			return `#${spread === null ? `${body.low}..${body.high}` : `=${body.shown}:${spread}`}`;
		}
		case 'text':
			// An arrow would make pairs of them.
			if (body.words.some((word) => word.includes('->'))) throw new Rejected('words-not-held');
			return body.words
				.map(
					(word) => `=${word.startsWith('%') ? '%100%' : ''}${escape(withStars(word), /[~=#{}:]|\\(?!\*)/g)}`,
				)
				.join(' ');
		case 'match': {
			const pair = ({ left, right }: Bodies['match']['pairs'][number]) =>
				`=${write.rich(left)} -> ${escape(plainText(right))}`;
			return [...body.pairs.map(pair), ...body.decoys.map((right) => pair({ left: [], right }))].join('\n');
		}
		default:
			throw new Rejected('kind-not-held');
	}
}

function choices(
	kind: 'single' | 'multiple',
	options: Bodies['single']['options'],
	{ rich, words }: Write,
): string {
	const rights = options.filter(({ right }) => right).length;
	// What weighs all the points is one right answer, in GIFT.
	if (kind === 'multiple' && rights === 1) throw new Rejected('words-not-held');
	const sign = (right: boolean) => {
		if (kind === 'single') return right ? '=' : '~';
		return `~%${right ? rightShare(rights) : wrongShare(options.length - rights)}%`;
	};
	return options
		.map(
			({ content, right, feedback }) =>
				`${sign(right)}${rich(content)}${feedback ? `#${words(feedback)}` : ''}`,
		)
		.join('\n');
}

function escape(words: string, marks = /[~=#{}:\\]/g): string {
	return words.replace(marks, '\\$&').replace(/\n/g, '\\n');
}
