/** Ids of the source language: all there, all usable, none twice. What is missing becomes a fix. */
import type { Draft } from '../draft.ts';
import { headFix, lineFix, type Insertion } from '../fix.ts';
import { idHash } from '../hash.ts';
import type { ParsedFile, ParsedLesson } from '../lesson.ts';
import { authoringOf } from '../kinds/table.ts';
import { allText } from '../markdown/tree.ts';
import type { Problems } from '../problems.ts';
import type { Attributes } from '../quiz/attributes.ts';
import { optionText, optionsOf, type ParsedOption, type ParsedQuestion } from '../quiz/parsed.ts';
import { idFrom, unused } from '../slug.ts';
import type { Place, Text } from '../source.ts';

export function checkSourceIds(draft: Draft, problems: Problems, fixes: Insertion[]): void {
	const { lessons, quizzes } = draft.source;
	checkFileIds(lessons, 'lesson-no-id', problems, fixes);
	checkFileIds(quizzes, 'quiz-no-id', problems, fixes);
	for (const lesson of lessons) checkTries(lesson, problems, fixes);
	const taken = new Set(quizzes.flatMap((quiz) => quiz.questions.map(({ id }) => id ?? '')));
	const seen = new Map<string, Place>();
	for (const quiz of quizzes) {
		for (const question of quiz.questions) {
			if (question.id !== null) noteOnce(seen, question.id, question.attributes.idPlace, problems);
			else if (question.attributes.id === null) {
				const id = idFrom(question.title, 'cau-hoi', taken);
				taken.add(id);
				problems.add('question-no-id', question.place, {}, `{#${id}}`);
				fixes.push(attributeFix(quiz.text, question.attributes, id));
			}
			checkOptionIds(quiz.text, question, problems, fixes);
		}
	}
}

export function noteOnce(seen: Map<string, Place>, id: string, place: Place, problems: Problems): void {
	const other = seen.get(id);
	if (other) reportTwice(id, place, other, problems);
	else seen.set(id, place);
}

/** Says where an id stands already. */
export function reportTwice(id: string, place: Place, other: Place, problems: Problems): void {
	problems.add('id-twice', place, { id, other: `${other.file}:${other.line}` });
}

function checkFileIds(
	files: ParsedFile[],
	code: 'lesson-no-id' | 'quiz-no-id',
	problems: Problems,
	fixes: Insertion[],
): void {
	const taken = new Set(files.map(({ id }) => id ?? ''));
	const seen = new Map<string, Place>();
	for (const each of files) {
		if (each.id !== null) noteOnce(seen, each.id, each.idPlace, problems);
		else if (each.head.missing) {
			const id = idFrom(each.file.slug, 'bai', taken);
			taken.add(id);
			reportNoHead(each, id, each.file.kind === 'quiz' ? ['kind: practice'] : [], problems, fixes);
		} else if (each.head.value && !('id' in each.head.value)) {
			const id = idFrom(each.file.slug, 'bai', taken);
			taken.add(id);
			problems.add(code, each.text.place(0), {}, `id: ${id}`);
			fixes.push(lineFix(each.text, each.head.firstLine, `id: ${id}`));
		}
	}
}

/** A file without front matter: `--fix` writes an id, a title where no heading says it, and what else is needed. */
export function reportNoHead(
	each: ParsedFile,
	id: string | null,
	more: readonly string[],
	problems: Problems,
	fixes: Insertion[],
): void {
	const place = each.text.place(each.head.bodyStart);
	if (id === null) return problems.add('front-matter-missing', place, {});
	const words = each.file.slug.replace(/-+/g, ' ');
	const title = `title: ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	const lines = [`id: ${id}`, ...(each.title === '' ? [title] : []), ...more];
	problems.add('front-matter-missing', place, {}, ['---', ...lines, '---'].join('\n'));
	fixes.push(headFix(each.text, each.head.bodyStart, lines));
}

function checkTries({ text, references }: ParsedLesson, problems: Problems, fixes: Insertion[]): void {
	const taken = new Set(references.tries.map(({ id }) => id ?? ''));
	const seen = new Map<string, Place>();
	for (const { node, id, place, insertAt } of references.tries) {
		if (id === null) {
			const written = idFrom(allText(node.children ?? []), 'viec', taken);
			taken.add(written);
			problems.add('try-no-id', place, {}, `id="${written}"`);
			if (insertAt !== -1) fixes.push({ file: text.file, at: insertAt, insert: ` id="${written}"` });
		} else if (seen.has(id)) noteOnce(seen, id, place, problems);
		else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 64)
			problems.add('id-pattern', place, { id });
		else if (id === 'constructor') problems.add('id-reserved', place, { id });
		if (id !== null && !seen.has(id)) seen.set(id, place);
	}
}

/**
 * Options are named a, b, c …: the next letter that no other option has, and after z with a number. Where their order
 * is the key, they and their targets are named by their words. Blanks are counted, since their words would tell the key.
 */
function checkOptionIds(text: Text, question: ParsedQuestion, problems: Problems, fixes: Insertion[]): void {
	const { kind, options, targets, blanks } = question;
	const orderIsKey = kind !== 'none' && kind !== 'refused' && authoringOf(kind).orderIsKey;
	const taken = new Set([...optionsOf(question), ...blanks].map(({ id }) => id ?? ''));
	const byWords = namesByWords(optionsOf(question), taken);
	const write = (option: Unnamed, id: string) => {
		taken.add(id);
		problems.add('option-no-id', option.place, {}, `{#${id}}`);
		fixes.push(attributeFix(text, option.attributes, id));
	};
	const named = (option: ParsedOption, index: number) =>
		orderIsKey ? byWords(option) : idFrom(letter(index), 'o', taken);
	const seen = new Map<string, Place>();
	nameEach(options, seen, problems, (option, index) => write(option, named(option, index)));
	nameEach(blanks, new Map(), problems, (blank) => write(blank, idFrom('o-trong', '', taken)));
	for (const { options: choices } of blanks) {
		const ids = new Set(choices.map(({ id }) => id ?? ''));
		nameEach(choices, new Map(), problems, (choice, index) => {
			const id = idFrom(letter(index), 'o', ids);
			ids.add(id);
			write(choice, id);
		});
	}
	checkTargetIds(targets, seen, problems, (target, known) => {
		const id = known ?? byWords(target);
		write(target, id);
		return id;
	});
}

type Unnamed = Pick<ParsedOption, 'id' | 'attributes' | 'place'>;

const letter = (index: number) => String.fromCharCode(97 + (index % 26));

/** None twice; `write` gives an id to each that has none. */
function nameEach<T extends Unnamed>(
	all: readonly T[],
	seen: Map<string, Place>,
	problems: Problems,
	write: (each: T, index: number) => void,
): void {
	for (const [index, each] of all.entries()) {
		if (each.id !== null) noteOnce(seen, each.id, each.attributes.idPlace, problems);
		else if (each.attributes.id === null) write(each, index);
	}
}

/**
 * An option's words as its id, the same wherever the author put it. Words that make no id, or one that counts, or the
 * id of other words too, get letters of their digest: numbers would tell where they stood.
 */
function namesByWords(
	options: readonly ParsedOption[],
	taken: ReadonlySet<string>,
): (option: ParsedOption) => string {
	const nameOf = (option: ParsedOption) => idFrom(allText(option.content), '', new Set());
	const wordsOf = new Map<string, Set<string>>();
	for (const option of options) {
		const name = nameOf(option);
		wordsOf.set(name, (wordsOf.get(name) ?? new Set()).add(optionText(option)));
	}
	return (option) => {
		const name = nameOf(option);
		const isOwn = name !== '' && !taken.has(name) && wordsOf.get(name)?.size === 1;
		if (isOwn && !/\d$|(?:^|-)[a-z]$/.test(name)) return name;
		return unused(`${name || 'muc'}-${lettersOf(optionText(option))}`, taken);
	};
}

function lettersOf(words: string): string {
	const digits = idHash(words).slice(0, 4);
	return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The same words have the same id, other words another. */
function checkTargetIds(
	targets: readonly ParsedOption[],
	seen: ReadonlyMap<string, Place>,
	problems: Problems,
	write: (target: ParsedOption, known: string | undefined) => string,
): void {
	const idOf = new Map<string, string>();
	const named = new Map<string, { words: string; place: Place }>();
	for (const target of targets) {
		const { id } = target;
		if (id === null) continue;
		const words = optionText(target);
		const place = target.attributes.idPlace;
		const before = named.get(id);
		const other = seen.get(id) ?? (before && before.words !== words ? before.place : undefined);
		if (other) reportTwice(id, place, other, problems);
		if (!before) named.set(id, { words, place });
		idOf.set(words, id);
	}
	for (const target of targets) {
		if (target.id !== null || target.attributes.id !== null) continue;
		const words = optionText(target);
		idOf.set(words, write(target, idOf.get(words)));
	}
}

export function attributeFix(text: Text, { insert }: Attributes, id: string): Insertion {
	const follows = text.raw[insert.at] ?? '';
	const after = insert.after === ' ' && /[\s}]/.test(follows) ? '' : insert.after;
	return { file: text.file, at: insert.at, insert: `${insert.before}${id}${after}` };
}
