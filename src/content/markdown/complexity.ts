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
		const { source } = this.#fragment;
		const wrong = source.length > limits.length ? 0 : this.#firstUnbearable(source);
		if (wrong === -1) return true;
		this.#problems.add('too-complex', this.#fragment.place(wrong), {});
		return false;
	}

	#firstUnbearable(source: string): number {
		for (const deep of source.matchAll(deepLine)) if (!isRule(source, deep.index)) return deep.index;
		const surplus = [...source.matchAll(/\n[^\n]*\S/g)][limits.lines];
		if (surplus) return surplus.index + 1;
		const wide = wideLine.exec(source);
		if (wide) return wide.index;
		let work = 0;
		for (const { 0: paragraph, index } of source.matchAll(paragraphs)) {
			work += (paragraph.match(/_+|~+|[[\]!*`<]/g)?.length ?? 0) ** 2;
			if (work > limits.work) return index;
		}
		return -1;
	}
}

/** `- - -` and `* * *` draw a line, however long. */
function isRule(source: string, at: number): boolean {
	return /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(source.slice(at).split('\n', 1)[0] ?? '');
}
