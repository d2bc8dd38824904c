/** What was published of a course: ids, and what goes with them. Apart from the compiler, whose tools are heavy. */
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { Key, QuestionText } from '#schemas/question.ts';
import { takesWords } from './typed-words.ts';

export interface PublishedIds {
	lessons: string[];
	quizzes: string[];
	questions: string[];
	/** Question to the ids of its options. */
	options?: Record<string, string[]>;
	/** Ids that were renamed or removed, over all versions so far. */
	formerly?: Record<string, string>;
	removed?: string[];
	/** The version itself, and the keys of questions in which words are typed. */
	manifest?: Manifest;
	words?: Record<string, Key>;
}

/** All ids of a published version; with its parts at hand, those of options too. */
export function publishedIds(manifest: Manifest, parts: Record<string, Part> = {}): PublishedIds {
	const options: Record<string, string[]> = {};
	const words: NonNullable<PublishedIds['words']> = {};
	for (const [id, { locales, kind, key: hash }] of Object.entries(manifest.questions)) {
		const text = parts[locales[manifest.sourceLocale]?.text ?? ''] as QuestionText | undefined;
		const key = takesWords(kind) ? (parts[hash] as Key | undefined) : undefined;
		if (key) words[id] = key;
		const ids = optionIds(text);
		if (ids.length > 0) options[id] = ids;
	}
	return {
		lessons: Object.keys(manifest.lessons),
		quizzes: Object.keys(manifest.quizzes),
		questions: Object.keys(manifest.questions),
		options,
		formerly: manifest.formerly,
		removed: manifest.removed,
		manifest,
		words,
	};
}

/** Ids of all that can be chosen, matched or filled in; the choices of a blank as `blank/choice`. */
export function optionIds({ options = [], targets = [], blanks = [] }: Partial<QuestionText> = {}): string[] {
	const inBlanks = blanks.flatMap((blank) => [
		blank.id,
		...(blank.options ?? []).map(({ id }) => `${blank.id}/${id}`),
	]);
	return [...[...options, ...targets].map(({ id }) => id), ...inBlanks];
}

/**
 * What is gone, by the lines of this version and of all before it: an author may take a line out of the course file
 * once it has been published.
 */
export function everGone(
	own: { formerly?: Record<string, string>; removed?: string[] },
	before: PublishedIds | undefined,
): Pick<Manifest, 'formerly' | 'removed'> {
	return {
		formerly: { ...before?.formerly, ...own.formerly },
		removed: [...new Set([...(before?.removed ?? []), ...(own.removed ?? [])])],
	};
}
