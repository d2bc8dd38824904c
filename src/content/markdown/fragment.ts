import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { clean, privateUsePattern } from './marks.ts';

/** Stretches of a file that are read as one text; every character knows where it came from. */
export interface Slice {
	start: number;
	end: number;
}

export class Fragment {
	readonly text: Text;
	readonly source: string;
	readonly #origins: number[];

	constructor(text: Text, slices: Slice[], joint: '\n' | ' ', problems: Problems) {
		this.text = text;
		const origins: number[] = [];
		const pieces: string[] = [];
		for (const [index, { start, end }] of slices.entries()) {
			if (index > 0) {
				pieces.push(joint);
				origins.push(start);
			}
			let at = start;
			for (const sign of text.raw.slice(start, end)) {
				if (privateUsePattern.test(sign)) problems.add('private-use', text.place(at), {});
				const kept = clean(sign);
				pieces.push(kept);
				for (let unit = 0; unit < kept.length; unit += 1) origins.push(at + unit);
				at += sign.length;
			}
			origins.push(end);
			origins.length -= index === slices.length - 1 ? 0 : 1;
		}
		this.source = pieces.join('');
		this.#origins = origins;
	}

	/** Offset in the file of a character of `source`. */
	origin(at: number): number {
		return this.#origins[Math.min(Math.max(at, 0), this.#origins.length - 1)] ?? 0;
	}

	place(at: number): Place {
		return this.text.place(this.origin(at));
	}
}
