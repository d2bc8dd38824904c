import type { Problems } from '../problems.ts';
import type { Fragment } from './fragment.ts';

const limits = { length: 120_000, paragraph: 10_000, emphasis: 200, brackets: 400, indent: 60, nesting: 10 };

const deepLine = new RegExp(
	`^[ \\t]{${limits.indent}}\\S|^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${limits.nesting}}`,
	'gm',
);

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
		for (const { 0: paragraph, index } of source.matchAll(paragraphs)) {
			const count = (pattern: RegExp) => paragraph.match(pattern)?.length ?? 0;
			const tooMuch =
				paragraph.length > limits.paragraph ||
				count(/_+|~+/g) > limits.emphasis ||
				count(/[[\]!*`]/g) > limits.brackets;
			if (tooMuch) return index;
		}
		return -1;
	}
}

/** `- - -` and `* * *` draw a line, however long. */
function isRule(source: string, at: number): boolean {
	return /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(source.slice(at).split('\n', 1)[0] ?? '');
}
