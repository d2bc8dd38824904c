/** A day in words, the same on pages and on paper. Figures are those of the lessons and of phones, in Khmer too. */
interface Day {
	day: number;
	month: number;
	year: number;
}

const khmerMonths = [
	'មករា',
	'កុម្ភៈ',
	'មីនា',
	'មេសា',
	'ឧសភា',
	'មិថុនា',
	'កក្កដា',
	'សីហា',
	'កញ្ញា',
	'តុលា',
	'វិច្ឆិកា',
	'ធ្នូ',
];
const englishMonths =
	'January February March April May June July August September October November December'.split(' ');

// Official papers in Vietnam write one-digit days, and January and February, with a leading zero.
const padded = (value: number, below: number) => (value < below ? `0${value}` : `${value}`);

/** A figure stays with the word before it, so that no line begins with it. */
const words: Record<'vi' | 'km' | 'en', (day: Day) => string> = {
	vi: ({ day, month, year }) =>
		`ngày\u00a0${padded(day, 10)} tháng\u00a0${padded(month, 3)} năm\u00a0${year}`,
	km: ({ day, month, year }) => `ថ្ងៃទី\u00a0${day} ខែ${khmerMonths[month - 1] ?? ''} ឆ្នាំ\u00a0${year}`,
	en: ({ day, month, year }) => `${day}\u00a0${englishMonths[month - 1] ?? ''}\u00a0${year}`,
};

export function dateInWords(locale: 'vi' | 'km' | 'en', day: Day): string {
	return words[locale](day);
}
