import type { Address } from '#schemas/names.ts';

/**
 * How the site's words address their reader. Messages are written with one word that stands for the reader alone: `bạn`
 * in Vietnamese; in Khmer `លោកអ្នក`, since the plain `អ្នក` begins the names of people too, such as `អ្នករៀន`, a
 * learner. `អ៊ំ` is what the Khmer lessons call whom the Vietnamese ones call `bác`. English has one form for everybody.
 */
const written = {
	vi: { word: /(?<!\p{L})[Bb]ạn(?!\p{L})/gu, forms: { bạn: 'bạn', bác: 'bác', 'anh/chị': 'anh/chị' } },
	km: { word: /លោកអ្នក/gu, forms: { bạn: 'អ្នក', bác: 'អ៊ំ', 'anh/chị': 'លោកអ្នក' } },
} satisfies Record<string, { word: RegExp; forms: Record<Address, string> }>;

type Addressed = keyof typeof written;

/** Says all of some messages to a reader who is addressed so. What is put into a message stays as it is. */
export function addressing<T>(messages: T, locale: 'vi' | 'km' | 'en', address: Address): T {
	if (!isAddressed(locale) || written[locale].forms[address] === 'bạn') return messages;
	return inForm(messages, (text) => said(text, locale, address)) as T;
}

/** One text, such as what the API said, to a reader who is addressed so. */
export function said(text: string, locale: 'vi' | 'km' | 'en', address: Address): string {
	if (!isAddressed(locale)) return text;
	const { word, forms } = written[locale];
	const form = forms[address];
	const capital = form.charAt(0).toUpperCase() + form.slice(1);
	return text.replace(word, (found) => (found.startsWith('B') ? capital : form));
}

const isAddressed = (locale: string): locale is Addressed => Object.hasOwn(written, locale);

/** Stands for each letter that the words of address are known by, in what is put into a message: a name, a title. */
const covers = [
	['ạ', '\ue000'],
	['អ', '\ue001'],
] as const;
const covered = (text: string) =>
	covers.reduce((all, [letter, cover]) => all.replaceAll(letter, cover), text);
const uncovered = (text: string) =>
	covers.reduce((all, [letter, cover]) => all.replaceAll(cover, letter), text);

function inForm(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (typeof value === 'function' && value.length === 0)
		return () => change(String((value as () => string)()));
	if (typeof value === 'function')
		return (values: object) => {
			const given = new Proxy(values, {
				get(of, name) {
					const each: unknown = Reflect.get(of, name);
					return typeof each === 'string' ? covered(each) : each;
				},
			});
			const text: unknown = (value as (values: object) => unknown)(given);
			return typeof text === 'string' ? uncovered(change(text)) : text;
		};
	if (Array.isArray(value)) return value.map((each) => inForm(each, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inForm(each, change)]));
}
