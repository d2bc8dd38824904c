import { addDuration, certifiedSkills, lastDay, skillsOfCourse, statusOf } from '#domain/certificates.ts';
import type { AnyCertificateRecord, CertificateStatus } from '#schemas/certificate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const vietnam = 'Asia/Ho_Chi_Minh';

describe('statusOf', () => {
	const now = '2026-11-22T08:00:00.000Z';
	const past = '2026-11-21T16:59:59.999Z';
	const future = '2026-11-22T08:00:00.001Z';
	it.each<[string | null, string | null, string | null, CertificateStatus]>([
		[null, null, null, 'valid'],
		[future, null, null, 'valid'],
		[now, null, null, 'valid'],
		// Earlier on the same day in Viet Nam: it counts to the end of that day.
		['2026-11-22T03:00:00.000Z', null, null, 'valid'],
		['2026-11-21T17:00:00.000Z', null, null, 'valid'],
		[past, null, null, 'expired'],
		[null, past, null, 'revoked'],
		[past, past, null, 'revoked'],
		[null, null, '1111', 'superseded'],
		[past, null, '1111', 'superseded'],
		[past, past, '1111', 'revoked'],
		['2026-11-22', null, null, 'valid'],
		['2026-11-21', null, null, 'expired'],
		['2026-11-22T00:00:00+07:00', null, null, 'valid'],
		['2026-11-21T23:59:59+07:00', null, null, 'expired'],
	])('valid until %s, revoked %s, superseded by %s: %s', (validUntil, revokedAt, supersededBy, status) => {
		expect(statusOf({ validUntil, revokedAt, supersededBy }, now, vietnam)).toBe(status);
		expect(statusOf({ validUntil, revokedAt, supersededBy }, Date.parse(now), vietnam)).toBe(status);
	});

	it('lasts to the very end of a last day there', () => {
		const certificate = { validUntil: '2026-11-22', revokedAt: null, supersededBy: null };
		expect(statusOf(certificate, '2026-11-22T16:59:59.999Z', vietnam)).toBe('valid');
		expect(statusOf(certificate, '2026-11-22T17:00:00.000Z', vietnam)).toBe('expired');
		expect(statusOf(certificate, '2026-11-22T23:59:59.999Z', 'UTC')).toBe('valid');
		expect(statusOf(certificate, '2026-11-23T00:00:00.000Z', 'UTC')).toBe('expired');
	});

	it('refuses a date that is none', () => {
		const certificate = { validUntil: 'mai sau', revokedAt: null, supersededBy: null };
		expect(() => statusOf(certificate, now, vietnam)).toThrow(RangeError);
	});
});

describe('the last day', () => {
	it.each([
		['in the afternoon', '2026-11-25T08:00:00.000Z', 'P1Y', '2027-11-25'],
		['before seven in the morning', '2026-11-24T23:00:00.000Z', 'P1Y', '2027-11-25'],
		['before seven on the first of a month', '2026-02-28T23:00:00.000Z', 'P1M', '2026-04-01'],
		['late on the last of a month', '2026-01-31T16:59:59.999Z', 'P1M', '2026-02-28'],
		['just after midnight', '2026-01-31T17:00:00.000Z', 'P1M', '2026-03-01'],
		['on a leap day', '2028-02-28T18:00:00.000Z', 'P1Y', '2029-02-28'],
		['on the first of a year', '2026-12-31T17:00:00.000Z', 'P2Y', '2029-01-01'],
	])('of what was earned %s', (_when, earnedAt, validFor, day) => {
		expect(lastDay(earnedAt, validFor, vietnam)).toBe(day);
		expect(lastDay(Date.parse(earnedAt), validFor, vietnam)).toBe(day);
	});
});

describe('addDuration', () => {
	it.each([
		['2026-11-22T08:30:00.000Z', 'P2Y', '2028-11-22T08:30:00.000Z'],
		['2026-11-22T08:30:00.000Z', 'P18M', '2028-05-22T08:30:00.000Z'],
		['2026-11-22T08:30:00.000Z', 'P90D', '2027-02-20T08:30:00.000Z'],
		['2026-11-22T08:30:00.000Z', 'P2W', '2026-12-06T08:30:00.000Z'],
		['2026-11-22T08:30:00.000Z', 'P1Y2M3D', '2028-01-25T08:30:00.000Z'],
		['2026-11-22T08:30:00.000Z', 'P0D', '2026-11-22T08:30:00.000Z'],
		['2024-02-29', 'P1Y', '2025-02-28'],
		['2024-02-29', 'P4Y', '2028-02-29'],
		['2024-02-29', 'P12M', '2025-02-28'],
		['2024-02-29', 'P1Y1D', '2025-03-01'],
		['2024-02-29', 'P76Y', '2100-02-28'],
		['2026-01-31', 'P1M', '2026-02-28'],
		['2028-01-31', 'P1M', '2028-02-29'],
		['2026-08-31', 'P1M', '2026-09-30'],
		['2026-08-31', 'P18M', '2028-02-29'],
		['2026-12-31', 'P2M', '2027-02-28'],
		['2026-03-31', 'P1M30D', '2026-05-30'],
		['2026-12-31', 'P1D', '2027-01-01'],
		['2026-11-22T23:30:00+07:00', 'P1M', '2026-12-22T16:30:00.000Z'],
		['2026-03-29T00:30:00.000Z', 'P1D', '2026-03-30T00:30:00.000Z'],
	])('%s + %s = %s', (iso, duration, later) => {
		expect(addDuration(iso, duration)).toBe(later);
	});

	it.each(['', 'P', '2y', 'P2', '2Y', 'P-1Y', 'P1.5Y', 'PT1H', 'P1DT1H', 'P1D1Y', 'p2y', ' P2Y'])(
		'refuses the duration %j',
		(duration) => {
			expect(() => addDuration('2026-11-22', duration)).toThrow(RangeError);
		},
	);

	it.each(['', 'hôm nay', '2026-13-01'])('refuses the moment %j', (iso) => {
		expect(() => addDuration(iso, 'P1Y')).toThrow(RangeError);
	});

	const moment = fc
		.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString());

	it('adds days as days of 24 hours', () => {
		fc.assert(
			fc.property(moment, fc.nat(4000), (iso, days) => {
				expect(Date.parse(addDuration(iso, `P${days}D`)) - Date.parse(iso)).toBe(days * 86_400_000);
			}),
		);
	});

	it('adds months into the month they name, on the same day or the last, at the same time', () => {
		fc.assert(
			fc.property(moment, fc.nat(200), (iso, months) => {
				const start = new Date(iso);
				const later = new Date(addDuration(iso, `P${months}M`));
				const count = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
				expect(count(later)).toBe(count(start) + months);
				expect(later.toISOString().slice(10)).toBe(iso.slice(10));
				const next = new Date(later.getTime() + 86_400_000);
				if (later.getUTCDate() !== start.getUTCDate()) {
					expect(later.getUTCDate()).toBeLessThan(start.getUTCDate());
					expect(next.getUTCDate()).toBe(1);
				}
			}),
		);
	});

	it('takes a year for twelve months', () => {
		fc.assert(
			fc.property(moment, fc.nat(30), (iso, years) => {
				expect(addDuration(iso, `P${years}Y`)).toBe(addDuration(iso, `P${years * 12}M`));
			}),
		);
	});
});

describe('the competences of a record', () => {
	const manifest = {
		framework: 'khung',
		frameworks: { khung: '2', nghe: null },
		skills: { 'nghe:1.1': 1, 'khung:4.10': 3, 'khung:4.2': 2 },
	};
	const of = { framework: 'khung', frameworkVersion: '2' };
	const certified = [
		{ ...of, competence: '4.2', level: 2 },
		{ ...of, competence: '4.10', level: 3 },
		{ framework: 'nghe', frameworkVersion: null, competence: '1.1', level: 1 },
	];

	it('are those of the course, by framework and number, with the version of each framework', () => {
		expect(skillsOfCourse(manifest)).toEqual(certified);
	});

	it('are the record’s own, whatever the course says', () => {
		const record = { format: 'cung-hoc/2', skills: certified } as unknown as AnyCertificateRecord;
		expect(certifiedSkills(record, { framework: 'khac', frameworks: {} })).toEqual(certified);
	});

	it('belong, in a record of the first format, to the framework of its course, else to the default', () => {
		const record = {
			format: 'cung-hoc/1',
			skills: { '4.10': 3, '4.2': 2 },
		} as unknown as AnyCertificateRecord;
		expect(certifiedSkills(record, manifest)).toEqual(certified.slice(0, 2));
		expect(certifiedSkills(record, null)).toEqual([
			{ framework: 'tt02-2025', frameworkVersion: null, competence: '4.2', level: 2 },
			{ framework: 'tt02-2025', frameworkVersion: null, competence: '4.10', level: 3 },
		]);
	});
});
