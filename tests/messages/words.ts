/** Names that stay as they are in every language. */
const names = [
	'Cùng Học',
	'Bình dân học vụ số',
	'VNeID',
	'Zalo',
	'Facebook',
	'Chrome',
	'Firefox',
	'Cốc Cốc',
	'Safari',
	'iPhone',
];
const marks = [
	'Wi-Fi',
	'OTP',
	'PIN',
	'QR',
	'PDF',
	'JPEG',
	'PNG',
	'WebP',
	'HEIC',
	'AVIF',
	'SVG',
	'GIF',
	'TIFF',
	'BMP',
	'Word',
	'Excel',
	'SHA-256',
	'UTF-8',
	'JSON',
	'Apache 2.0',
	'QH15',
	'cookie',
	'CSV',
	'Moodle',
	'Rasch',
	'1PL',
	'2PL',
	'Authenticator',
];
/** Commands and codes that people type as they stand, and single letters that are mixed up. */
const typed = ['certificate.json', '7Q4M-0K2D-9XTR-3', 'B,', 'S,', 'Z។', 'O ', 'I ', 'L '];
const kept = [...typed, ...names, ...marks].sort((a, b) => b.length - a.length);

export function withoutNames(text: string): string {
	return kept.reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

export const khmer = /[\u1780-\u17ff\u19e0-\u19ff]/u;
export const latin = /\p{Script=Latin}/u;
/** Letters that English does not write; in this project they are Vietnamese. */
export const notEnglish = /(?![A-Za-z])\p{Script=Latin}/u;

/** Sequences that look right in some fonts only, and that no search finds. */
export const khmerMistyped: Record<string, RegExp> = {
	'a subscript after a vowel': /[\u17b6-\u17c5]\u17d2/u,
	'a shifter after a vowel': /[\u17b6-\u17c5][\u17c9\u17ca]/u,
	'a vowel in two pieces': /\u17c1(?:\u17b6|\u17b8|\u17c5)/u,
	'two vowels in a row': /([\u17b6-\u17c5])\1/u,
	'a coeng that carries nothing': /\u17d2(?![\u1780-\u17b3])/u,
	'an invisible space': /[\u200b-\u200d\ufeff]/u,
	'a Latin full stop': /[\u1780-\u17d3]\.(?:\s|$)/u,
	'Khmer figures, where phones and papers have the others': /[\u17e0-\u17e9]/u,
};

/** Words of engineers (“server”), of schools (“test”) and of old dictionaries (“telephone”, as phones no longer write it). */
export const khmerBookish = /ម៉ាស៊ីនមេ|តេស្ត|ទូរស័ព្ទ/u;

/** Who learns knows the site and its pages; that there is a server they need not know. */
export const engineers = /máy chủ|server\b/iu;

/** How a text ends: nothing, or a sign that the reader hears. */
export function ending(text: string): string {
	const same: Record<string, string> = { '។': '.', '៖': ':' };
	const last = text.trim().at(-1) ?? '';
	const sign = same[last] ?? last;
	return '.?!:'.includes(sign) ? sign : '';
}
