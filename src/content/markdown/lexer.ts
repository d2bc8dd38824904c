/**
 * Goes over the author's text before mdsvex does. Braces, `&` and every `<` that opens no allowed tag become
 * private-use characters; allowed tags are checked, numbered and set apart by blank lines. What is written out
 * knows, character by character, where it came from.
 */
import type { Problems } from '../problems.ts';
import { Complexity } from './complexity.ts';
import type { Fragment } from './fragment.ts';
import { guard, mark, markAll } from './marks.ts';
import { TagStack, type AllowedTags } from './tag-stack.ts';
import { isComponent, isInline, readTag, type Tag } from './tags.ts';
import { Writer } from './writer.ts';

export interface Lexed {
	/** What mdsvex gets. */
	code: string;
	/** The tags in it, by the number that each carries as attribute `n`. */
	tags: Tag[];
	/** Offset in the fragment of a character of `code`. */
	origin: (at: number) => number;
}

const fence = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|>)[ \t]+)*(`{3,}|~{3,})[^`\n]*(?:\n|$)/y;
const blankLines = /\n(?:[ \t]*\n)+/y;
const blankRest = /[ \t]*(?:\n[ \t]*)*\n|[ \t]*$/y;
/** `<https://…>`: Markdown makes a link of the bare address too. */
const autolink = /<(?:https?|mailto):[^\s<>]+>/y;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iy;

export function lex(
	fragment: Fragment,
	allowed: AllowedTags,
	inline: boolean,
	problems: Problems,
): Lexed | null {
	if (!new Complexity(fragment, problems).isBearable()) return null;
	return new Lexer(fragment, allowed, problems).run(inline);
}

class Lexer {
	readonly #fragment: Fragment;
	readonly #problems: Problems;
	readonly #stack: TagStack;
	readonly #tags: Tag[] = [];
	readonly #out = new Writer();
	#at = 0;
	/** What stands before `#at` on its line. */
	#line = '';

	constructor(fragment: Fragment, allowed: AllowedTags, problems: Problems) {
		this.#fragment = fragment;
		this.#problems = problems;
		this.#stack = new TagStack(fragment, allowed, problems);
	}

	run(inline: boolean): Lexed {
		const { source } = this.#fragment;
		this.#write('\n');
		if (inline) this.#write(guard);
		while (this.#at < source.length) this.#step();
		this.#closeAll(this.#stack.finish());
		const { code, origin } = this.#out;
		return { code, tags: this.#tags, origin };
	}

	#step(): void {
		const { source } = this.#fragment;
		const sign = source[this.#at] ?? '';
		if (this.#line === '' && this.#copyFence()) return;
		if (sign === '\\') return this.#escape();
		if (sign === '`') return this.#codeSpan();
		if (sign === '<') return this.#lessThan();
		if (sign === '&') this.#warnOfEntity();
		if (sign === '\n' && this.#blankLines()) return;
		this.#copy(1);
	}

	#write(words: string): void {
		this.#out.write(words, this.#at);
	}

	/** Several blank lines are one: to the Markdown parser, two would end a list. */
	#blankLines(): boolean {
		blankLines.lastIndex = this.#at;
		const found = blankLines.exec(this.#fragment.source)?.[0];
		if (found === undefined) return false;
		this.#closeAll(this.#stack.endParagraph());
		this.#write('\n\n');
		this.#at += found.length;
		this.#line = '';
		return true;
	}

	#newBlock(indent: string): void {
		this.#out.newBlock(indent, this.#at);
	}

	/** Copies the next characters as text. */
	#copy(length: number): void {
		for (let left = length; left > 0; left -= 1) {
			const sign = this.#fragment.source[this.#at] ?? '';
			this.#write(mark(sign));
			this.#at += 1;
			this.#line = sign === '\n' ? '' : this.#line + sign;
		}
	}

	#copyFence(): boolean {
		const { source } = this.#fragment;
		fence.lastIndex = this.#at;
		const opened = fence.exec(source);
		if (!opened) return false;
		const ticks = opened[1] ?? '```';
		const rest = source.slice(fence.lastIndex);
		const closed = new RegExp(`^[ \\t>]*${ticks}[\`~]*[ \\t]*$`, 'm').exec(rest);
		this.#copy(opened[0].length + (closed ? closed.index + closed[0].length : rest.length));
		return true;
	}

	/** `\{`, `\<` and `\&` are the character itself; other escapes are Markdown's. */
	#escape(): void {
		const next = this.#fragment.source[this.#at + 1] ?? '';
		if (markAll(next) === next) return this.#copy(next === '\n' ? 1 : 2);
		this.#at += 1;
		this.#line += '\\';
		this.#copy(1);
	}

	#codeSpan(): void {
		const { source } = this.#fragment;
		const rest = source.slice(this.#at);
		const ticks = /^`+/.exec(rest)?.[0] ?? '`';
		const paragraph = /\n[ \t]*\n/.exec(rest)?.index ?? rest.length;
		const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest.slice(ticks.length, paragraph));
		this.#copy(closing ? ticks.length + closing.index + ticks.length : ticks.length);
	}

	#warnOfEntity(): void {
		entity.lastIndex = this.#at;
		const found = entity.exec(this.#fragment.source)?.[0];
		if (found) this.#problems.add('entity', this.#fragment.place(this.#at), { entity: found });
	}

	#lessThan(): void {
		const { source } = this.#fragment;
		const comment = source.startsWith('<!--', this.#at) ? source.indexOf('-->', this.#at + 4) : -1;
		if (comment !== -1) {
			this.#at = comment + 3;
			return;
		}
		autolink.lastIndex = this.#at;
		const address = autolink.exec(source)?.[0];
		if (address !== undefined) {
			this.#at += 1;
			this.#copy(address.length - 2);
			this.#at += 1;
			return;
		}
		const tag = readTag(this.#fragment, this.#at, this.#problems);
		if (!tag) return this.#copy(1);
		if (!isInline(tag.name)) return this.#componentTag(tag);
		this.#inlineTag(tag);
		this.#at = tag.end;
	}

	/** The guard keeps a tag at the start of a line from opening a block. */
	#inlineTag(tag: Tag): void {
		this.#write(guard);
		if (tag.name === 'br') this.#write(tag.closing ? '' : '<br>');
		else if (tag.closing) this.#closeAll(this.#stack.close(tag));
		else if (!tag.selfClosing && this.#stack.open(tag)) this.#write(`<${tag.name}${this.#number(tag)}>`);
		this.#line += tag.name;
	}

	/** Writes the tag with a blank line on either side, and goes on behind it. */
	#componentTag(tag: Tag): void {
		const indent = /^[ \t]*/.exec(this.#line)?.[0] ?? '';
		if (tag.closing) {
			this.#closeAll(this.#stack.close(tag), indent);
		} else {
			if (this.#line.trim() !== '') {
				this.#problems.add('component-inline', this.#fragment.place(tag.start), { name: tag.name });
			}
			this.#closeAll(this.#stack.endParagraph());
			if (this.#stack.open(tag)) {
				if (tag.selfClosing) this.#stack.close(tag);
				this.#newBlock(indent);
				this.#write(`<${tag.name}${this.#number(tag)}${tag.selfClosing ? ' /' : ''}>`);
			}
		}
		blankRest.lastIndex = tag.end;
		const blank = blankRest.exec(this.#fragment.source)?.[0] ?? '';
		this.#at = tag.end + blank.length;
		this.#newBlock(blank === '' ? indent : '');
		this.#line = blank === '' ? indent : '';
	}

	#number(tag: Tag): string {
		this.#tags.push(tag);
		return ` n="${this.#tags.length - 1}"`;
	}

	#closeAll(names: readonly string[], indent = ''): void {
		for (const name of names) {
			if (isComponent(name)) this.#newBlock(indent);
			this.#write(`</${name}>`);
		}
	}
}
