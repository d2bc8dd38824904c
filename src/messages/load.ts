/**
 * The words of pages whose script runs in the browser: an area at a time and in one language. Each area of each language
 * is a file of its own that is fetched when it is asked for, so that no browser is sent a language that it does not show.
 */
import type { Messages } from './vi/index.ts';

type Language = 'vi' | 'km' | 'en';
/** What the API and the certificates' paper say is made on the server alone. */
export type Area = Exclude<keyof Messages, 'api' | 'pdf'>;
type Loaders = { [A in Area]: () => Promise<Record<A, Messages[A]>> };

const loaders: Record<Language, Loaders> = {
	vi: {
		account: () => import('./vi/account.ts'),
		certificate: () => import('./vi/certificate.ts'),
		common: () => import('./vi/common.ts'),
		course: () => import('./vi/course.ts'),
		error: () => import('./vi/error.ts'),
		help: () => import('./vi/help.ts'),
		home: () => import('./vi/home.ts'),
		learning: () => import('./vi/learning.ts'),
		lesson: () => import('./vi/lesson.ts'),
		question: () => import('./vi/question.ts'),
		quiz: () => import('./vi/quiz.ts'),
		settings: () => import('./vi/settings.ts'),
	},
	km: {
		account: () => import('./km/account.ts'),
		certificate: () => import('./km/certificate.ts'),
		common: () => import('./km/common.ts'),
		course: () => import('./km/course.ts'),
		error: () => import('./km/error.ts'),
		help: () => import('./km/help.ts'),
		home: () => import('./km/home.ts'),
		learning: () => import('./km/learning.ts'),
		lesson: () => import('./km/lesson.ts'),
		question: () => import('./km/question.ts'),
		quiz: () => import('./km/quiz.ts'),
		settings: () => import('./km/settings.ts'),
	},
	en: {
		account: () => import('./en/account.ts'),
		certificate: () => import('./en/certificate.ts'),
		common: () => import('./en/common.ts'),
		course: () => import('./en/course.ts'),
		error: () => import('./en/error.ts'),
		help: () => import('./en/help.ts'),
		home: () => import('./en/home.ts'),
		learning: () => import('./en/learning.ts'),
		lesson: () => import('./en/lesson.ts'),
		question: () => import('./en/question.ts'),
		quiz: () => import('./en/quiz.ts'),
		settings: () => import('./en/settings.ts'),
	},
};

const loaded = new Map<string, Promise<unknown>>();

/** Those areas in that language. They are fetched once; what was asked for before is given again. */
export function loadMessages<A extends Area>(
	locale: Language,
	areas: readonly A[],
): Promise<Pick<Messages, A>> {
	const key = [locale, ...areas].join(' ');
	const words = (loaded.get(key) ?? loadAreas(locale, areas, key)) as Promise<Pick<Messages, A>>;
	loaded.set(key, words);
	return words;
}

async function loadAreas(locale: Language, areas: readonly Area[], key: string): Promise<object> {
	try {
		const files = await Promise.all(areas.map((area) => loaders[locale][area]()));
		return Object.assign({}, ...files) as object;
	} catch (error) {
		// A network that failed once may be back when the page asks again.
		loaded.delete(key);
		throw error;
	}
}
