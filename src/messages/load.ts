/**
 * The words of pages whose script runs in the browser: an area at a time and in one language. Each area of each language
 * is a file of its own that is fetched when it is asked for, so that no browser is sent a language that it does not show.
 */
import type { Messages } from './vi/index.ts';

type Language = 'vi' | 'km' | 'en';
/** Those that such a page asks for; an area comes in here with the first one that does. */
export type Area = 'common' | 'device' | 'error';

const loaders = {
	vi: {
		common: () => import('./vi/common.ts'),
		device: () => import('./vi/device.ts'),
		error: () => import('./vi/error.ts'),
	},
	km: {
		common: () => import('./km/common.ts'),
		device: () => import('./km/device.ts'),
		error: () => import('./km/error.ts'),
	},
	en: {
		common: () => import('./en/common.ts'),
		device: () => import('./en/device.ts'),
		error: () => import('./en/error.ts'),
	},
} satisfies Record<Language, { [A in Area]: () => Promise<Pick<Messages, A>> }>;

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
