/** Collects what is wrong, to be said in any language at the end. */
import { checkerMessages, type Code, type Params } from '#messages/checker/index.ts';
import type { Finding } from '#schemas/finding.ts';
import type { Place } from './source.ts';

interface FoundProblem {
	place: Place;
	code: Code;
	/** The sentence, once the language is known. */
	say: (locale: 'vi' | 'en') => string;
	fix?: string;
}

/** Everything else is an error. */
const warningCodes: ReadonlySet<Code> = new Set<Code>([
	'unknown-file',
	'course-folder-name',
	'formerly-present',
	'order-differs',
	'private-use',
	'entity',
	'foreign-markup',
	'foreign-field',
	'title-twice',
	'footnote-unused',
	'image-link',
	'heading-skipped',
	'media-unused',
	'media-heavy',
	'option-duplicate',
	'marks-unused',
	'truefalse-word',
	'digits-as-words',
	'id-tells-key',
	'teaches-nowhere',
	'retry-after-unused',
	'policy-unused',
	'draw-misses',
	'forms-uneven',
	'confidence-unused',
	'expires-soon',
	'expires-past',
	'expires-left-out',
	'review-past',
	'review-soon',
	'translation-file-missing',
	'translation-question-missing',
	'translation-words-missing',
	'translation-stale',
	'translation-unmarked',
	'lesson-heavy',
	'recording-unknown',
	'recording-twice',
	'recording-no-cues',
	'recording-stale',
	'cues-alone',
	'cues-unmarked',
	'cue-broken',
	'cue-no-name',
	'cue-unknown',
	'cue-order',
	'cue-overlap',
	'cue-past-end',
]);

export class Problems {
	readonly #list: FoundProblem[] = [];
	readonly #seen = new Set<string>();

	add<C extends Code>(code: C, place: Place, params: Params<C>, fix?: string): void {
		const key = `${place.file}\0${place.line}\0${place.column}\0${code}\0${JSON.stringify(params)}`;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		const problem: FoundProblem = {
			place,
			code,
			say: (locale) => checkerMessages(locale)[code](params),
		};
		this.#list.push(fix === undefined ? problem : { ...problem, fix });
	}

	/** Files that have at least one error. */
	filesInError(): Set<string> {
		return new Set(this.#list.filter((each) => !isWarning(each.code)).map((each) => each.place.file));
	}

	findings(locale: 'vi' | 'en'): { errors: Finding[]; warnings: Finding[] } {
		const sorted = [...this.#list].sort(byPlace);
		const say = ({ place, code, say: sentence, fix }: FoundProblem): Finding => ({
			...place,
			code,
			message: sentence(locale),
			...(fix === undefined ? {} : { fix }),
		});
		return {
			errors: sorted.filter((each) => !isWarning(each.code)).map(say),
			warnings: sorted.filter((each) => isWarning(each.code)).map(say),
		};
	}
}

function isWarning(code: Code): boolean {
	return warningCodes.has(code);
}

function byPlace(a: FoundProblem, b: FoundProblem): number {
	const files = a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0;
	return files || a.place.line - b.place.line || a.place.column - b.place.column;
}
