/** What `check --fix` writes: missing ids, and the mark of the source text in translations. Nothing else changes. */
import { createHash } from 'node:crypto';
import type { Text } from './source.ts';

export interface Insertion {
	/** Relative to the folder. */
	file: string;
	/** Offset in the file's text where `insert` goes in. */
	at: number;
	insert: string;
}

export interface Fix extends Insertion {
	/** In the file as it was read; counts from 1. */
	line: number;
	/** Digest of the bytes that it was made for. */
	base: string;
}

export function digest(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps the fixes of a file in the order in which they were found: at one place, the earlier comes first. */
export function applyFixes(raw: string, fixes: readonly Insertion[]): string {
	const sorted = fixes
		.map((fix, index) => ({ ...fix, index }))
		.sort((a, b) => a.at - b.at || a.index - b.index);
	let fixed = '';
	let from = 0;
	for (const { at, insert } of sorted) {
		fixed += raw.slice(from, at) + insert;
		from = at;
	}
	return fixed + raw.slice(from);
}

/** Front matter for a file that has none: its lines, between two of `---`. */
export function headFix(text: Text, at: number, lines: readonly string[]): Insertion {
	const end = text.raw.includes('\r\n') ? '\r\n' : '\n';
	return { file: text.file, at, insert: ['---', ...lines, '---', '', ''].join(end) };
}

export function lineFix(text: Text, at: number, line: string): Insertion {
	return { file: text.file, at, insert: `${line}${text.raw.includes('\r\n') ? '\r\n' : '\n'}` };
}

/**
 * Mark of a source text: 12 hex characters. Ids are left out of it, and line endings and blanks at line ends, so
 * that writing ids into the source makes no translation stale.
 */
export function sourceMark(raw: string): string {
	const plain = raw
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.replace(/^---\n[\s\S]*?\n---$/m, (head) => head.replace(/^(?:id|source):.*\n/gm, ''))
		.replace(
			/[ \t]+(?:teaches|level|variant-of|status|case|difficulty|expires|source)=[^\s{}]+(?=[^{}\n]*\}[ \t]*$)/gm,
			'',
		)
		.replace(/[ \t]+\.(?:survey|confidence)(?=[^{}\n]*\}[ \t]*$)/gm, '')
		.replace(/[ \t]+\.last(?=\}[ \t]*$)/gm, '')
		.replace(/\{#[^\s{}]*[ \t]*([^{}\n]*)\}[ \t]*$/gm, (_, rest: string) => (rest === '' ? '' : `{${rest}}`))
		.replace(/[ \t]*\{(?:\.round[ \t]+)?at=[\d.,;%]+[^{}\n]*\}[ \t]*$/gm, '')
		.replace(/[ \t]\{#[^\s{}]*\}(?=[ \t]*(?:=>|\||\]))|(?<=\])\{#[^\s{}]*\}/g, '')
		.replace(/<Try\s+id\s*=\s*(?:"[^"]*"|'[^']*')\s*/g, '<Try')
		.replace(/<Try\s+>/g, '<Try>')
		.replace(/[ \t]+$/gm, '')
		.normalize('NFC');
	return createHash('sha256').update(plain.trim()).digest('hex').slice(0, 12);
}
