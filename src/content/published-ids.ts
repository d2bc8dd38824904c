/** What was published of a course: ids, and what goes with them. Apart from the compiler, whose tools are heavy. */
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { KeyOf, QuestionText } from '#schemas/question.ts';

export interface PublishedIds {
	lessons: string[];
	quizzes: string[];
	questions: string[];
	/** Question to the ids of its options. */
	options?: Record<string, string[]>;
	/** Ids that were renamed or removed, over all versions so far. */
	formerly?: Record<string, string>;
	removed?: string[];
	/** The version itself, and the words that its text questions take, by question and language. */
	manifest?: Manifest;
	words?: Record<string, KeyOf<'text'>['accept']>;
}

/** All ids of a published version; with its parts at hand, those of options too. */
export function publishedIds(manifest: Manifest, parts: Record<string, Part> = {}): PublishedIds {
	const options: Record<string, string[]> = {};
	const words: NonNullable<PublishedIds['words']> = {};
	for (const [id, { locales, kind, key: hash }] of Object.entries(manifest.questions)) {
		const text = parts[locales[manifest.sourceLocale]?.text ?? ''] as QuestionText | undefined;
		const key = kind === 'text' ? (parts[hash] as KeyOf<'text'> | undefined) : undefined;
		if (key) words[id] = key.accept;
		if (text?.options) options[id] = [...text.options, ...(text.targets ?? [])].map((option) => option.id);
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
