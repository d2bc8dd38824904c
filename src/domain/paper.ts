/** A test on paper: its number, what can stand in it, and how answers are typed from a sheet. */
import type { LeftOutReason, QuestionKind } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import type { Answer, PlainAnswer, Question } from '#schemas/question.ts';
import { checkCharacter, serialAlphabet } from './certificates.ts';

const symbols = 5;

/**
 * Number of a form, `XXXXX-C`, from four random bytes, of which 25 bits count; the check character is that of serials,
 * so that no wrong symbol and no two changed over lead to another form.
 * @throws RangeError when there are fewer bytes.
 */
export function paperNumberFrom(bytes: Uint8Array): string {
	if (bytes.length < 4) throw new RangeError('A number takes 4 random bytes');
	const value = bytes.subarray(0, 4).reduce((all, byte) => all * 256 + byte, 0);
	const body = Array.from({ length: symbols }, (_, at) =>
		serialAlphabet.charAt(Math.floor(value / 32 ** at) % 32),
	).join('');
	return `${body}-${checkCharacter(body)}`;
}

/** As it is kept, from what was typed; null: it is no number, or one symbol of it is wrong. */
export function readPaperNumber(typed: string): string | null {
	const joined = typed.replace(/[\s\-_\u2010-\u2015\u2212\u200b]/g, '').toUpperCase();
	const read = joined.replaceAll('O', '0').replace(/[IL]/g, '1');
	if (!/^[0-9A-TV-Z]{6}$/.test(read)) return null;
	const body = read.slice(0, symbols);
	return checkCharacter(body) === read.charAt(symbols) ? `${body}-${read.charAt(symbols)}` : null;
}

/** In the order in which they are printed. */
export type Printed = Pick<Question, 'kind' | 'options' | 'targets' | 'blanks'>;

const mostLetters = 26;

/** Whether somebody answers by a pen what somebody else then types by a few keys. */
const byKeys = {
	single: true,
	multiple: true,
	truefalse: true,
	number: true,
	text: true,
	order: true,
	match: true,
	group: true,
	matrix: true,
	blanks: true,
	/** By the list of its places. */
	hotspot: true,
	essay: false,
	file: false,
} satisfies Record<QuestionKind, boolean>;

/** Why a question cannot be on paper; null: it can. */
export function leftOutOfPaper(question: Question): LeftOutReason | null {
	const { kind, body, options = [], targets = [], blanks = [] } = question;
	if (!byKeys[kind]) return 'kind';
	const all = [...options, ...targets, ...blanks.flatMap((blank) => blank.options ?? [])];
	const shown = [body, question.case?.content ?? [], ...all.map(({ content }) => content)];
	if (shown.some(hasMedia)) return 'media';
	return [options, targets, ...blanks.map((blank) => blank.options ?? [])].some(
		({ length }) => length > mostLetters,
	)
		? 'long'
		: null;
}

function hasMedia(nodes: readonly Node[]): boolean {
	return nodes.some(
		(node) =>
			typeof node !== 'string' &&
			(node.name === 'Video' || node.name === 'Audio' || hasMedia(node.children ?? [])),
	);
}

/** Why what was typed is no answer: `one`: one letter is asked for; `letters`: others than those printed, or one twice; `places`: not one for each row; `parts`: not one for each blank; `truth`: neither true nor false. */
export type PaperMistake = 'one' | 'letters' | 'places' | 'parts' | 'truth';
export type ReadPaper = { ok: true; answer: Answer } | { ok: false; why: PaperMistake; n: number };

const wrong = (why: PaperMistake, n = 0): ReadPaper => ({ ok: false, why, n });
const right = (answer: Answer): ReadPaper => ({ ok: true, answer });

const yes = /^(a|đ|d|t|đúng|dung|true|ត្រូវ)$/;
const no = /^(b|s|f|sai|false|ខុស)$/;

/**
 * An answer as somebody types it from a sheet: `c` (single), `bd` (multiple), `a` or `b`, `đ` or `s` (truefalse), a number,
 * words, `cab` (order, the first first), one letter for each row, `-` for none (match, group, matrix: `ab-a`), what stands
 * in each blank, parted by `;`. Nothing, or `-`, is no answer. Case and spaces between letters do not matter.
 */
export function readPaperAnswer(question: Printed, typed: string): ReadPaper {
	const written = typed.normalize('NFC').trim();
	if (written === '' || /^-+$/.test(written)) return right(null);
	const letters = written.toLowerCase().replace(/[\s,.;/]/g, '');
	const options = idsOf(question.options);
	const isWritten = question.kind === 'text' || question.kind === 'number' || question.kind === 'blanks';
	if (!isWritten && /^-*$/.test(letters)) return right(null);
	switch (question.kind) {
		case 'single':
		case 'hotspot':
			return letters.length === 1 ? byLetters(options, letters, ([one]) => one!) : wrong('one');
		case 'multiple':
			return byLetters(options, letters, (ids) => ids);
		case 'truefalse':
			return yes.test(letters) ? right(true) : no.test(letters) ? right(false) : wrong('truth');
		case 'order':
			return inOrder(options, letters);
		case 'match':
		case 'group':
		case 'matrix':
			return byRow(options, idsOf(question.targets), letters);
		case 'blanks':
			return byBlank(question, written);
		default:
			return right(written);
	}
}

const idsOf = (of: readonly { id: string }[] = []) => of.map(({ id }) => id);
/** The id that a letter names; undefined: none is called so. */
const named = (ids: readonly string[], letter: string) =>
	letter.length === 1 && letter >= 'a' ? ids[letter.charCodeAt(0) - 97] : undefined;
const letterOf = (ids: readonly string[], id: string) =>
	ids.includes(id) ? String.fromCharCode(97 + ids.indexOf(id)) : '-';

function byLetters(ids: readonly string[], letters: string, answer: (ids: string[]) => Answer): ReadPaper {
	const found = [...letters].map((letter) => named(ids, letter));
	const isRead = found.every((id) => id !== undefined) && new Set(found).size === found.length;
	return isRead ? right(answer(found as string[])) : wrong('letters');
}

function inOrder(ids: readonly string[], letters: string): ReadPaper {
	if (letters.length > ids.length) return wrong('places', ids.length);
	const found = [...letters.padEnd(ids.length, '-')].map((letter) =>
		letter === '-' ? null : (named(ids, letter) ?? undefined),
	);
	const placed = found.filter((id) => id !== null);
	if (placed.includes(undefined) || new Set(placed).size < placed.length) return wrong('letters');
	return right(found as (string | null)[]);
}

function byRow(rows: readonly string[], targets: readonly string[], letters: string): ReadPaper {
	if (letters.length !== rows.length) return wrong('places', rows.length);
	const pairs: Record<string, string> = {};
	for (const [at, letter] of [...letters].entries()) {
		if (letter === '-') continue;
		const target = named(targets, letter);
		if (target === undefined) return wrong('letters');
		pairs[rows[at]!] = target;
	}
	return right(pairs);
}

function byBlank({ blanks = [] }: Printed, written: string): ReadPaper {
	const parts = blanks.length === 1 ? [written] : written.split(/[;|]/).map((part) => part.trim());
	if (parts.length !== blanks.length) return wrong('parts', blanks.length);
	const filled: Record<string, string> = {};
	for (const [at, { id, options }] of blanks.entries()) {
		const part = parts[at]!;
		if (part === '' || part === '-') continue;
		const chosen = options ? named(idsOf(options), part.toLowerCase()) : part;
		if (chosen === undefined) return wrong('letters');
		filled[id] = chosen;
	}
	return right(filled);
}

/** An answer as it would be typed; empty: there is none. */
export function writePaperAnswer(
	{ kind, options, targets, blanks = [] }: Printed,
	answer: PlainAnswer,
): string {
	const ids = idsOf(options);
	if (answer === null) return '';
	if (typeof answer === 'boolean') return answer ? 'a' : 'b';
	if (typeof answer === 'number') return String(answer);
	if (typeof answer === 'string')
		return kind === 'single' || kind === 'hotspot' ? letterOf(ids, answer) : answer;
	if (Array.isArray(answer)) return answer.map((id) => (id === null ? '-' : letterOf(ids, id))).join('');
	const pairs = answer as Record<string, string>;
	if (kind === 'blanks')
		return blanks
			.map(({ id, options: choices }) =>
				choices && pairs[id] !== undefined ? letterOf(idsOf(choices), pairs[id]) : (pairs[id] ?? '-'),
			)
			.join('; ');
	return ids.map((id) => (pairs[id] === undefined ? '-' : letterOf(idsOf(targets), pairs[id]))).join('');
}
