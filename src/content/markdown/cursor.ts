/** Goes over a fragment character by character, and writes what the Markdown parser gets. */
import type { Fragment } from './fragment.ts';
import { markText } from './marks.ts';
import { Writer } from './writer.ts';

export class Cursor {
	readonly out = new Writer();
	readonly source: string;
	at = 0;
	/** Blanks at the start of the line, and whether nothing else stands before `at` on it. */
	indent = '';
	atLineStart = true;

	constructor({ source }: Fragment) {
		this.source = source;
	}

	get sign(): string {
		return this.source[this.at] ?? '';
	}

	/** What a sticky pattern finds here. */
	match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		return pattern.exec(this.source)?.[0];
	}

	write(words: string): void {
		this.out.write(words, this.at);
	}

	newBlock(indent: string): void {
		this.out.newBlock(indent, this.at);
	}

	/** Goes on behind what was written already. */
	skip(length: number): void {
		const skipped = this.source.slice(this.at, this.at + length);
		this.at += length;
		const feed = skipped.lastIndexOf('\n');
		if (feed !== -1) this.startLine('');
		const rest = skipped.slice(feed + 1);
		if (!this.atLineStart) return;
		if (rest.trim() === '') this.indent += rest;
		else this.atLineStart = false;
	}

	startLine(indent: string): void {
		this.indent = indent;
		this.atLineStart = true;
	}

	/** Copies the next characters as text. */
	copy(length: number): void {
		for (let left = length; left > 0; left -= 1) this.copyAs(markText(this.sign));
	}

	/** Writes `words`, one character for each of the author's. */
	copyAs(words: string): void {
		for (const unit of words.split('')) {
			this.write(unit);
			this.skip(1);
		}
	}
}
