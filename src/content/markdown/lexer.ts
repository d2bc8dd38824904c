/**
 * Goes over the author's text before the Markdown parser does. Every `<` that opens no allowed tag becomes a
 * private-use character, as does `&`; allowed tags are checked, numbered and set apart by blank lines. What is written
 * out knows, character by character, where it came from.
 */
import type { Problems } from '../problems.ts';
import { readBracketed } from './addresses.ts';
import { readBlank, type BlankForms } from './blanks.ts';
import { Complexity } from './complexity.ts';
import { Cursor } from './cursor.ts';
import { readDirective } from './directives.ts';
import type { Fragment, Slice } from './fragment.ts';
import { guard, mark, markAll, markText } from './marks.ts';
import { findCode } from './parse.ts';
import { readNeighbour, readRun } from './signs.ts';
import { TagStack, type AllowedTags } from './tag-stack.ts';
import type { Tag } from './tag.ts';
import { isVoid, readTag } from './tags.ts';

export interface Lexed {
	/** What the Markdown parser gets. */
	code: string;
	/** The tags in it, by the number that each carries as attribute `n`. */
	tags: Tag[];
	/** Offset in the fragment of a character of `code`. */
	origin: (at: number) => number;
}

const blankLines = /\n(?:[ \t]*\n)+/y;
const blankRest = /[ \t]*(?:\n[ \t]*)*\n|[ \t]*$/y;
/** `<https://…>` and `<ten@example.org>` are links. */
const autolink = /<(?:(?:https?|mailto):[^\s<>]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)>/y;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iy;
/** Signs that stand at the head of list items in word processors. */
const bullet = /[•●▪◦‣][ \t\u00A0]/y;

export function lex(
	fragment: Fragment,
	allowed: AllowedTags,
	{ inline, blanks }: { inline: boolean; blanks: BlankForms | undefined },
	problems: Problems,
): Lexed | null {
	if (!new Complexity(fragment, problems).isBearable()) return null;
	return new Lexer(fragment, allowed, blanks, problems).run(inline);
}

class Lexer {
	readonly #fragment: Fragment;
	readonly #problems: Problems;
	readonly #stack: TagStack;
	readonly #blanks: BlankForms | undefined;
	readonly #tags: Tag[] = [];
	readonly #cursor: Cursor;
	#code: Slice[] = [];

	constructor(fragment: Fragment, allowed: AllowedTags, blanks: BlankForms | undefined, problems: Problems) {
		this.#fragment = fragment;
		this.#blanks = blanks;
		this.#cursor = new Cursor(fragment);
		this.#problems = problems;
		this.#stack = new TagStack(fragment, allowed, problems);
	}

	run(inline: boolean): Lexed {
		const { source } = this.#fragment;
		this.#code = findCode(source, inline).reverse();
		this.#cursor.write('\n');
		if (inline) this.#cursor.write(guard);
		while (this.#cursor.at < source.length) this.#step(inline);
		this.#closeAll(this.#stack.finish());
		const { code, origin } = this.#cursor.out;
		return { code, tags: this.#tags, origin };
	}

	#step(inline: boolean): void {
		const { source } = this.#fragment;
		const sign = source[this.#cursor.at] ?? '';
		if (this.#copyCode()) return;
		if (!inline && this.#cursor.atLineStart && this.#startLine()) return;
		if (sign === '\\') return this.#escape();
		if (sign === '<') return this.#lessThan();
		if (sign === '[' && this.#blanks && this.#blank(this.#blanks)) return;
		if (sign === '&') this.#warnOfEntity();
		if (sign === '\n' && this.#blankLines()) return;
		if (sign === '_' || sign === '*') return this.#cursor.copyAs(readRun(source, this.#cursor.at));
		if (sign === ']' && this.#bracketed()) return;
		this.#cursor.copyAs(markText(readNeighbour(source, this.#cursor.at)));
	}

	/** Several blank lines are one. */
	#blankLines(): boolean {
		const found = this.#cursor.match(blankLines);
		if (found === undefined) return false;
		this.#closeAll(this.#stack.endParagraph());
		this.#cursor.write('\n\n');
		this.#cursor.skip(found.length);
		return true;
	}

	#copyCode(): boolean {
		while ((this.#code.at(-1)?.end ?? Infinity) <= this.#cursor.at) this.#code.pop();
		const next = this.#code.at(-1);
		if (next?.start !== this.#cursor.at) return false;
		this.#cursor.copy(next.end - next.start);
		return true;
	}

	/** `:::tip`, and bullets that are not Markdown's. */
	#startLine(): boolean {
		if (this.#cursor.match(bullet) !== undefined) {
			this.#cursor.copyAs('- ');
			return true;
		}
		const directive = readDirective(this.#fragment, this.#cursor.at, this.#stack.directives);
		if (directive) this.#componentTag(directive);
		return directive !== null;
	}

	/** `\<` and `\&` are the character itself; other escapes are Markdown's. */
	#escape(): void {
		const next = this.#cursor.source[this.#cursor.at + 1] ?? '';
		if (markText(next) === next) return this.#cursor.copy(next === '\n' || next === '' ? 1 : 2);
		this.#cursor.skip(1);
		this.#cursor.copy(1);
	}

	#blank(forms: BlankForms): boolean {
		const blank = readBlank(this.#cursor.source, this.#cursor.at, forms);
		if (blank === 'unclosed') this.#problems.add('blank-unclosed', this.#fragment.place(this.#cursor.at), {});
		if (blank === null || blank === 'unclosed') return false;
		this.#cursor.write(`${guard}<Blank${this.#number(blank)} />`);
		this.#cursor.atLineStart = false;
		this.#cursor.skip(blank.end - blank.start);
		return true;
	}

	#warnOfEntity(): void {
		const found = this.#cursor.match(entity);
		if (found) this.#problems.add('entity', this.#fragment.place(this.#cursor.at), { entity: found });
	}

	/** To Markdown, an address with blanks in it needs pointed brackets; where they stand they are no text. */
	#bracketed(): boolean {
		const found = readBracketed(this.#cursor.source, this.#cursor.at);
		if (!found) return false;
		const open = this.#cursor.source.indexOf(found.address, this.#cursor.at) - this.#cursor.at;
		const brackets = found.isPointed ? 1 : 0;
		this.#cursor.copy(open - brackets);
		this.#cursor.skip(brackets);
		this.#cursor.write('<');
		for (const sign of found.address.split('')) this.#cursor.copyAs(mark(sign));
		this.#cursor.write('>');
		this.#cursor.skip(brackets);
		this.#cursor.copy(found.rest.length);
		return true;
	}

	#lessThan(): void {
		const { source } = this.#fragment;
		const comment = source.startsWith('<!--', this.#cursor.at)
			? source.indexOf('-->', this.#cursor.at + 4)
			: -1;
		if (comment !== -1) {
			this.#cursor.at = comment + 3;
			return;
		}
		const address = this.#cursor.match(autolink);
		if (address !== undefined) {
			this.#cursor.copyAs(`<${markAll(address.slice(1, -1))}>`);
			return;
		}
		const tag = readTag(this.#fragment, this.#cursor.at, this.#problems);
		if (!tag) return this.#cursor.copy(1);
		if (tag.block) return this.#componentTag(tag);
		this.#inlineTag(tag);
		this.#cursor.at = tag.end;
	}

	/** The guard keeps a tag at the start of a line from opening a block. */
	#inlineTag(tag: Tag): void {
		this.#cursor.write(guard);
		if (isVoid(tag)) this.#writeVoid(tag);
		else if (tag.closing) this.#closeAll(this.#stack.close(tag));
		else if (!tag.selfClosing && this.#stack.open(tag))
			this.#cursor.write(`<${tag.name}${this.#number(tag)}>`);
		this.#cursor.atLineStart = false;
	}

	#writeVoid(tag: Tag): void {
		if (tag.closing || !this.#stack.open(tag)) return;
		this.#stack.close(tag);
		this.#cursor.write(`<${tag.name}${this.#number(tag)} />`);
	}

	/** Writes the tag with a blank line on either side, and goes on behind it. */
	#componentTag(tag: Tag): void {
		const { indent } = this.#cursor;
		if (tag.closing) {
			this.#closeAll(this.#stack.close(tag), indent);
		} else {
			if (!this.#cursor.atLineStart) {
				this.#problems.add('component-inline', this.#fragment.place(tag.start), { name: tag.name });
			}
			this.#closeAll(this.#stack.endParagraph());
			if (this.#stack.open(tag)) {
				if (tag.selfClosing) this.#stack.close(tag);
				this.#cursor.newBlock(indent);
				this.#cursor.write(`<${tag.name}${this.#number(tag)}${tag.selfClosing ? ' /' : ''}>`);
			}
		}
		this.#cursor.at = tag.end;
		const blank = this.#cursor.match(blankRest) ?? '';
		this.#cursor.at += blank.length;
		this.#cursor.newBlock(blank === '' ? indent : '');
		this.#cursor.startLine(blank === '' ? indent : '');
	}

	#number(tag: Tag): string {
		this.#tags.push(tag);
		return ` n="${this.#tags.length - 1}"`;
	}

	#closeAll(tags: readonly Tag[], indent = ''): void {
		for (const { name, block } of tags) {
			if (block) this.#cursor.newBlock(indent);
			this.#cursor.write(`</${name}>`);
		}
	}
}
