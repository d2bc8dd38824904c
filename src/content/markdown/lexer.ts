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

export interface Lexed {
	/** What mdsvex gets. */
	code: string;
	/** The tags in it, by the number that each carries as attribute `n`. */
	tags: Tag[];
	/** Offset in the fragment of a character of `code`. */
	origin: (at: number) => number;
}

const fence = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|>)[ \t]+)*(`{3,}|~{3,})[^`\n]*(?:\n|$)/y;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iy;

export function lex(fragment: Fragment, allowed: AllowedTags, inline: boolean, problems: Problems): Lexed | null {
	if (!new Complexity(fragment, problems).isBearable()) return null;
	return new Lexer(fragment, allowed, problems).run(inline);
}

class Lexer {
	readonly #fragment: Fragment;
	readonly #problems: Problems;
	readonly #stack: TagStack;
	readonly #tags: Tag[] = [];
	readonly #origins: number[] = [];
	#code = '';
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
		// A first line of its own: `---` at the very start would be front matter to mdsvex.
		this.#write('\n');
		if (inline) this.#write(guard);
		while (this.#at < source.length) this.#step();
		this.#closeAll(this.#stack.finish());
		const origins = this.#origins;
		const origin = (at: number) => origins[Math.min(at, origins.length - 1)] ?? 0;
		return { code: this.#code, tags: this.#tags, origin };
	}

	#step(): void {
		const { source } = this.#fragment;
		const sign = source[this.#at] ?? '';
		if (this.#line === '' && this.#copyFence()) return;
		if (sign === '\\') return this.#escape();
		if (sign === '`') return this.#codeSpan();
		if (sign === '<') return this.#lessThan();
		if (sign === '&') this.#warnOfEntity();
		if (sign === '\n' && /^[ \t]*\n/.test(source.slice(this.#at + 1, this.#at + 200))) {
			this.#closeAll(this.#stack.endParagraph());
		}
		this.#copy(1);
	}

	#write(words: string): void {
		this.#code += words;
		for (let unit = 0; unit < words.length; unit += 1) this.#origins.push(this.#at);
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
		if (source.startsWith('<!--', this.#at)) {
			const end = source.indexOf('-->', this.#at + 4);
			if (end !== -1) {
				this.#at = end + 3;
				return;
			}
		}
		const tag = readTag(this.#fragment, this.#at, this.#problems);
		if (!tag) return this.#copy(1);
		if (isInline(tag.name)) this.#inlineTag(tag);
		else this.#componentTag(tag);
		this.#at = tag.end;
	}

	#inlineTag(tag: Tag): void {
		if (tag.name === 'br') this.#write(tag.closing ? '' : '<br>');
		else if (tag.closing) this.#closeAll(this.#stack.close(tag));
		else if (!tag.selfClosing && this.#stack.open(tag)) this.#write(`<${tag.name}${this.#number(tag)}>`);
		this.#line += tag.name;
	}

	#componentTag(tag: Tag): void {
		const indent = /^[ \t]*/.exec(this.#line)?.[0] ?? '';
		if (tag.closing) {
			this.#closeAll(this.#stack.close(tag), indent);
			this.#line = indent;
			return;
		}
		if (this.#line.trim() !== '') {
			this.#problems.add('component-inline', this.#fragment.place(tag.start), { name: tag.name });
		}
		this.#closeAll(this.#stack.endParagraph());
		if (!this.#stack.open(tag)) return;
		if (tag.selfClosing) this.#stack.close(tag);
		this.#write(`\n\n${indent}<${tag.name}${this.#number(tag)}${tag.selfClosing ? ' /' : ''}>\n\n${indent}`);
		this.#line = indent;
	}

	#number(tag: Tag): string {
		this.#tags.push(tag);
		return ` n="${this.#tags.length - 1}"`;
	}

	#closeAll(names: readonly string[], indent = ''): void {
		for (const name of names) {
			this.#write(isComponent(name) ? `\n\n${indent}</${name}>\n\n${indent}` : `</${name}>`);
		}
	}
}
