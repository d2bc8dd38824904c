import type { Manifest } from '#schemas/catalog.ts';
import type { AnyCertificateRecord, CertificateStatus, CertifiedSkill } from '#schemas/certificate.ts';
import { defaultFramework } from '#schemas/names.ts';
import { dayOf, isDay, lastMomentOf } from './days.ts';
import { nameOf, skillsOf } from './frameworks.ts';
import { millisOf, type Moment } from './time.ts';

/** Crockford's base32: digits and capitals without I, L, O and U. */
export const serialAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols before the check character: 60 bits, which nobody guesses. */
const symbols = 12;

/**
 * Check character of a run of symbols: Damm's method (H. M. Damm, "Totally anti-symmetric quasigroups for
 * all orders n != 2, 6", Discrete Mathematics 307, 2007) with the quasigroup x * y = 2(x + y) over GF(32),
 * polynomial x^5 + x^2 + 1; in other words a Reed-Solomon code with one check symbol. It finds every single
 * wrong symbol, and every two symbols changed over, next to each other or apart, the check character among
 * them.
 */
export function checkCharacter(body: string): string {
	let interim = 0;
	for (const symbol of body) {
		const doubled = (interim ^ serialAlphabet.indexOf(symbol)) << 1;
		interim = doubled & 0b100000 ? doubled ^ 0b100101 : doubled;
	}
	return serialAlphabet.charAt(interim);
}

/**
 * A certificate's serial, `XXXX-XXXX-XXXX-C`, from 8 or more random bytes; the first 60 bits count.
 * @throws RangeError when there are fewer.
 */
export function serialFrom(bytes: Uint8Array): string {
	if (bytes.length < 8) throw new RangeError('A serial takes 8 random bytes');
	let body = '';
	let bits = 0;
	let held = 0;
	for (const byte of bytes.subarray(0, 8)) {
		held = ((held << 8) | byte) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5) {
			body += serialAlphabet.charAt((held >>> (bits - 5)) & 31);
		}
	}
	return shown(body.slice(0, symbols));
}

function shown(body: string): string {
	return `${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}-${checkCharacter(body)}`;
}

/**
 * The serial that was meant, as `serialFrom` writes it, or null when it can be none. Forgives white space,
 * hyphens of all kinds or none, small letters, O for 0, and I or L for 1; not a wrong check character.
 */
export function readSerial(typed: string): string | null {
	const joined = typed.replace(/[\s\u200b-\u200f\u2060\ufeff\-_\u2010-\u2015\u2212]/g, '');
	if (!/^[0-9A-TV-Za-tv-z]{13}$/.test(joined)) return null;
	const read = joined.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
	const body = read.slice(0, symbols);
	return checkCharacter(body) === read.charAt(symbols) ? shown(body) : null;
}

/**
 * How a certificate stands at a moment: revoked before all else, then superseded by a corrected one, then
 * expired once the day of `validUntil` is over in that time zone.
 * @throws RangeError when `now` or `validUntil` is no moment.
 */
export function statusOf(
	certificate: { validUntil: string | null; revokedAt: string | null; supersededBy: string | null },
	now: Moment,
	timeZone: string,
): CertificateStatus {
	const { validUntil, revokedAt, supersededBy } = certificate;
	if (revokedAt !== null) return 'revoked';
	if (supersededBy !== null) return 'superseded';
	if (validUntil === null) return 'valid';
	return millisOf(now) > lastMomentOf(validUntil, timeZone) ? 'expired' : 'valid';
}

const durationPattern = /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/;

/** What a course version certifies: its competences, each with its framework and the version of that. */
export function skillsOfCourse(manifest: Pick<Manifest, 'skills' | 'frameworks'>): CertifiedSkill[] {
	return skillsOf(manifest).map(({ framework, competence, level }) => {
		return { framework, frameworkVersion: manifest.frameworks[framework] ?? null, competence, level };
	});
}

/**
 * The competences of a record. One of the first format holds codes alone: they belong to the framework of the course
 * version that was completed, or to the default where that version is not there.
 */
export function certifiedSkills(
	record: AnyCertificateRecord,
	course: Pick<Manifest, 'framework' | 'frameworks'> | null,
): CertifiedSkill[] {
	if (record.format === 'cung-hoc/2') return record.skills;
	const framework = course?.framework ?? defaultFramework;
	const named = Object.entries(record.skills).map(
		([code, level]) => [nameOf({ framework, code }), level] as const,
	);
	return skillsOfCourse({ skills: Object.fromEntries(named), frameworks: course?.frameworks ?? {} });
}

/**
 * A moment later by an ISO 8601 duration of years, months, weeks and days (`P2Y`, `P18M`, `P90D`), in UTC.
 * Years and months come first; a day that the month lacks becomes its last (29 February + `P1Y` is 28
 * February). A date gives a date, a time gives a time as `toISOString` writes it.
 * @throws RangeError when `iso` is no moment, or the duration is none.
 */
export function addDuration(iso: string, duration: string): string {
	const parts = durationPattern.exec(duration);
	if (!parts) throw new RangeError(`Not a duration: ${duration}`);
	const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
	const start = new Date(millisOf(iso));
	const day = start.getUTCDate();
	const later = new Date(start);
	later.setUTCDate(1);
	later.setUTCMonth(start.getUTCMonth() + 12 * years + months);
	later.setUTCDate(Math.min(day, daysInMonth(later)) + 7 * weeks + days);
	const written = later.toISOString();
	return isDay(iso) ? written.slice(0, 10) : written;
}

/** The last day, as `2028-11-22`, on which what was earned at a moment counts; days are those of the time zone. */
export function lastDay(earnedAt: Moment, validFor: string, timeZone: string): string {
	return addDuration(dayOf(earnedAt, timeZone), validFor);
}

function daysInMonth(date: Date): number {
	return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
