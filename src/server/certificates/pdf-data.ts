import { testedHow } from '#domain/supervised.ts';
import { dayOf } from '#domain/days.ts';
import { dateInWords } from '#messages/dates.ts';
import type { pdf } from '#messages/vi/pdf.ts';
import type { Certificate } from '#schemas/certificate.ts';
import { type Locale, type Localised } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { Issuer } from '../issuer.ts';

type Words = typeof pdf;
/** A text in its language; `breakable` when a line may also end within it where there is no space. */
interface Said {
	text: string;
	lang: Locale;
	words: string[];
	breakable: boolean;
}

// Ten still stand in two columns; of more, these many, and the page that checks shows the rest.
const allSkills = 10;
const mostSkills = 8;

/** Everything that differs from one certificate to the next, ready for the sheet. */
export function sheetData(
	input: {
		certificate: Certificate;
		issuer: Issuer;
		locale: Locale;
		timeZone: string;
		verifyUrl: string | null;
	},
	words: Words,
) {
	const { certificate, issuer, locale, timeZone, verifyUrl } = input;
	const telling = { words, locale, timeZone };
	const { record } = certificate;
	// Certificates of earlier days may bear a name of which nothing can be seen.
	const shown = plain(record.holder) || '–';
	const own = (text: string) => piece(text, languageOf(text, locale));
	const holder = { ...own(shown), breakable: false };
	const line = (text: string | null) => text && own(text);
	const many = certificate.skillTitles.length > allSkills;
	const skills = many ? certificate.skillTitles.slice(0, mostSkills) : certificate.skillTitles;
	const hidden = certificate.skillTitles.length - skills.length;
	return {
		locale,
		documentTitle: `${words.certificate} – ${holder.text} – ${said(record.courseTitle, locale).text}`,
		words: { ...fixedWords(words), verify: verifyUrl === null ? words.verifyBySerial : words.verify },
		serial: grouped(certificate.serial),
		issuer: { name: line(issuer.name), unit: line(issuer.unit), logo: issuer.logo },
		signature:
			issuer.title || issuer.signatory
				? { title: line(issuer.title), name: line(issuer.signatory), seal: words.seal }
				: null,
		holder,
		courseTitle: said(record.courseTitle, locale),
		certificateTitle: said(record.certificateTitle, locale),
		skills: skills.map((skill) => ({
			title: said(skill.title, locale, skill.competence),
			level: words.level({ level: skill.level }),
		})),
		more: hidden > 0 ? words.moreSkills({ n: hidden }) : null,
		facts: facts(certificate, telling),
		status: status(certificate, telling),
		verifyUrl,
		hash: (certificate.hash.match(/.{1,8}/g) ?? []).join(' '),
	};
}

function fixedWords(words: Words) {
	const {
		site,
		tagline,
		certificate,
		awardedTo,
		completedCourse,
		skills,
		fingerprint,
		qrAlt,
		markAlt,
		logoAlt,
	} = words;
	return {
		site,
		tagline,
		certificate,
		awardedTo,
		completedCourse,
		skills,
		fingerprint,
		qrAlt,
		markAlt,
		logoAlt,
	};
}

function facts({ serial, record }: Certificate, telling: Telling) {
	const { words } = telling;
	const until = record.validUntil;
	return [
		{ label: words.completedOn, value: told(record.completedAt, telling) },
		{ label: words.issuedOn, value: told(record.issuedAt, telling) },
		{
			label: words.validity,
			value: until === null ? words.noExpiry : words.validUntil({ date: told(until, telling) }),
		},
		...howTested(record, words),
		{ label: words.serial, value: grouped(serial) },
	];
}

function howTested(record: Certificate['record'], words: Words) {
	const how = testedHow(record);
	return how === null ? [] : [{ label: words.test, value: words.tests[how] }];
}

function status(certificate: Certificate, telling: Telling) {
	const { words } = telling;
	const { record } = certificate;
	if (certificate.status === 'valid') return null;
	if (certificate.status === 'superseded') {
		const serial = grouped(certificate.supersededBy ?? '');
		return { mark: words.superseded.mark, line: words.superseded.line({ serial }) };
	}
	const since = certificate.status === 'revoked' ? certificate.revokedAt : record.validUntil;
	const said = words[certificate.status];
	return { mark: said.mark, line: said.line({ date: told(since ?? record.issuedAt, telling) }) };
}

/** A serial in groups of four, also where it was stored without hyphens. */
function grouped(serial: string): string {
	return serial.includes('-') ? serial : (serial.match(/.{1,4}/g) ?? []).join('-');
}

/** Words of the sheet, and in which language and time zone its days are told. */
interface Telling {
	words: Words;
	locale: Locale;
	timeZone: string;
}

function told(moment: string, { locale, timeZone }: Telling): string {
	const [year = 0, month = 0, day = 0] = dayOf(moment, timeZone).split('-').map(Number);
	return dateInWords(locale, { day, month, year });
}

/** The title in this language, or in the first that has it. */
function said(titles: Localised, locale: Locale, otherwise = ''): Said {
	const lang = [locale, ...locales].find((each) => titles[each] !== undefined && titles[each].trim() !== '');
	return lang === undefined ? piece(otherwise, locale) : piece(titles[lang] ?? '', lang);
}

function piece(source: string, lang: Locale): Said {
	const text = plain(source);
	return { text, lang, words: text.split(' '), breakable: true };
}

function languageOf(name: string, locale: Locale): Locale {
	if (/\p{Script=Khmer}/u.test(name)) return 'km';
	return locale === 'km' ? 'vi' : locale;
}

/** One line of composed letters: no control or direction characters; the Khmer zero-width space stays. */
function plain(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
		.trim();
}
