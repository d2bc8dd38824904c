/** The text of a GIFT file: where its questions are, and its signs and escapes. */
import type { TextFormat } from '../rich.ts';

export interface Block {
	line: number;
	words: string;
	id?: string;
	hasCategory: boolean;
}

/** Questions are parted by blank lines; a blank line within brackets parts nothing. */
export function blocksOf(text: string): Block[] {
	const blocks: Block[] = [];
	let open: Block | null = null;
	let id: string | undefined;
	let hasCategory = false;
	for (const [index, line] of text.split('\n').entries()) {
		const words = line.trim();
		if (words.startsWith('//')) {
			id = /\[id:\s*((?:[^\]\\]|\\.)+)\]/.exec(words)?.[1]?.trim() ?? id;
		} else if (/^\$CATEGORY:/i.test(words)) {
			hasCategory = true;
			open = null;
		} else if (words === '') {
			if (open && !isOpen(open.words)) open = null;
		} else {
			if (open && words.startsWith('::')) open = null;
			if (open) open.words += `\n${line}`;
			else {
				open = { line: index + 1, words: line, hasCategory, ...(id !== undefined && { id }) };
				blocks.push(open);
				id = undefined;
				hasCategory = false;
			}
		}
	}
	return blocks;
}

function isOpen(words: string): boolean {
	const bare = words.replace(/\\./gs, '');
	return bare.includes('{') && !bare.slice(bare.indexOf('{')).includes('}');
}

export function takeName(words: string): { name: string | null; rest: string } {
	const [whole = '', name] = /^\s*::((?:[^\\]|\\.)*?)::/s.exec(words) ?? [];
	return {
		name: name === undefined ? null : unescape(name).replace(/\s+/g, ' ').trim(),
		rest: words.slice(whole.length),
	};
}

export function unescape(words: string): string {
	return words.replace(/\\([~=#{}:\\n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

/** Where a sign stands that no backslash precedes. */
export function find(words: string, sign: string, from = 0): number {
	for (let at = from; at < words.length; at += 1) {
		if (words[at] === '\\') at += 1;
		else if (words.startsWith(sign, at)) return at;
	}
	return -1;
}

export function takeFormat(words: string, usual: TextFormat): { format: TextFormat; rest: string } {
	const [whole = '', format] = /^\s*\[(html|markdown|plain|moodle)\]/i.exec(words) ?? [];
	return {
		format: (format?.toLowerCase() as TextFormat | undefined) ?? usual,
		rest: words.slice(whole.length),
	};
}
