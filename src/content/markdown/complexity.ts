import type { Problems } from '../problems.ts';
import type { Fragment } from './fragment.ts';

/** `work`: the parser's time grows with the square of what may open or close something in one paragraph. */
const limits = { length: 120_000, lines: 5000, columns: 200, work: 36_000_000, indent: 60, nesting: 10 };

const deepLine = new RegExp(
	`^[ \\t]{${limits.indent}}\\S|^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${limits.nesting}}`,
	'gm',
);

const wideLine = new RegExp(`^(?:[^|\\n]*\\|){${limits.columns}}`, 'm');

/** Lines up to the next blank one. */
const paragraphs = /[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g;

/** Text that no lesson needs and that would keep the Markdown parser busy for minutes is refused beforehand. */
export class Complexity {
	readonly #fragment: Fragment;
	readonly #problems: Problems;

	constructor(fragment: Fragment, problems: Problems) {
		this.#fragment = fragment;
		this.#problems = problems;
	}

	isBearable(): boolean {
		const wrong = this.#firstUnbearable(this.#fragment.source);
		if (!wrong) return true;
		const { at, ...params } = wrong;
		this.#problems.add('too-complex', this.#fragment.place(at), params);
		return false;
	}

	#firstUnbearable(source: string): Unbearable | null {
		if (source.length > limits.length)
			return { at: 0, what: 'length', size: source.length, limit: limits.length };
		for (const deep of source.matchAll(deepLine)) if (!isRule(source, deep.index)) return tooDeep(deep);
		const lines = [...source.matchAll(/\n[^\n]*\S/g)];
		const surplus = lines[limits.lines];
		if (surplus) return { at: surplus.index + 1, what: 'lines', size: lines.length, limit: limits.lines };
		const wide = wideLine.exec(source);
		if (wide) {
			const columns = source.slice(wide.index).split('\n', 1)[0]?.split('|').length ?? 0;
			return { at: wide.index, what: 'columns', size: columns, limit: limits.columns };
		}
		let work = 0;
		for (const { 0: paragraph, index } of source.matchAll(paragraphs)) {
			work += (paragraph.match(/_+|~+|[[\]!*`<]/g)?.length ?? 0) ** 2;
			const limit = Math.sqrt(limits.work);
			if (work > limits.work) return { at: index, what: 'signs', size: Math.ceil(Math.sqrt(work)), limit };
		}
		return null;
	}
}

/** What is too much, how much of it there is at least, and how much may be. */
interface Unbearable {
	at: number;
	what: string;
	size: number;
	limit: number;
}

function tooDeep({ 0: line, index: at }: RegExpExecArray): Unbearable {
	const { indent, nesting } = limits;
	return /^[ \t]+\S$/.test(line)
		? { at, what: 'indent', size: indent, limit: indent - 1 }
		: { at, what: 'nesting', size: nesting, limit: nesting - 1 };
}

/** `- - -` and `* * *` draw a line, however long. */
function isRule(source: string, at: number): boolean {
	return /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(source.slice(at).split('\n', 1)[0] ?? '');
}
