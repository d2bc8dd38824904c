/** Codes of an app: the vectors of the RFCs, what holds for every code, and how long to wait after wrong ones. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, triesAt, waitBefore } from '#domain/second-step.ts';
import { codeIn, counterOf, inGroups, keyUri, stepAt, stepsTaken } from '#domain/totp.ts';

const secret = Buffer.from('12345678901234567890');
const codeAt = (step: number) => codeIn(createHmac('sha1', secret).update(counterOf(step)).digest());

describe('RFC 4226, appendix D', () => {
	it.each([
		[0, '755224'],
		[1, '287082'],
		[2, '359152'],
		[3, '969429'],
		[4, '338314'],
		[5, '254676'],
		[6, '287922'],
		[7, '162583'],
		[8, '399871'],
		[9, '520489'],
	])('counter %i', (counter, code) => expect(codeAt(counter)).toBe(code));
});

describe('RFC 6238, appendix B, the last six digits', () => {
	it.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_111_111_111, '050471'],
		[1_234_567_890, '005924'],
		[2_000_000_000, '279037'],
		[20_000_000_000, '353130'],
	])('%i seconds', (seconds, code) => expect(codeAt(stepAt(seconds * 1000))).toBe(code));
});

describe('the steps that are taken', () => {
	const at = Date.parse('2026-11-27T08:00:10Z');
	const now = stepAt(at);

	it('are that of now and one either way', () => {
		expect(stepsTaken(at, 0).sort()).toEqual([now - 1, now, now + 1]);
	});

	it('are never one that was used, or one before it', () => {
		expect(stepsTaken(at, now - 1).sort()).toEqual([now, now + 1]);
		expect(stepsTaken(at, now)).toEqual([now + 1]);
		expect(stepsTaken(at, now + 1)).toEqual([]);
	});

	it('let a code count for a minute and a half, and once', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 4e9 }), fc.integer({ min: -5, max: 5 }), (step, apart) => {
				const taken = stepsTaken((step + apart) * 30_000, 0);
				expect(taken.includes(step)).toBe(Math.abs(apart) <= 1);
				expect(stepsTaken((step + apart) * 30_000, step)).not.toContain(step);
			}),
		);
	});
});

it('every code has six digits', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (hash) => {
			expect(codeIn(hash)).toMatch(/^\d{6}$/);
		}),
	);
});

it('the address for an app names site, account and secret, whatever letters they have', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (issuer, account) => {
			const [of, name] = [issuer.toWellFormed(), account.toWellFormed()];
			const uri = new URL(keyUri({ issuer: of, account: name, secret: 'GEZDGNBVGY3TQOJQ' }));
			expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQ');
			expect(uri.searchParams.get('issuer')).toBe(of);
			expect(uri.pathname.endsWith(`${encodeURIComponent(of)}:${encodeURIComponent(name)}`)).toBe(true);
		}),
	);
	expect(inGroups('GEZDGNBVGY3TQOJQ')).toBe('GEZD GNBV GY3T QOJQ');
});

describe('a code as it is typed', () => {
	it.each([
		['123456', 'app', '123456'],
		[' 123 456 ', 'app', '123456'],
		['១២៣៤៥៦', 'app', '123456'],
		['１２３４５６', 'app', '123456'],
		['acdef-ghjkm', 'backup', 'ACDEFGHJKM'],
		['12345', 'backup', '12345'],
	])('%s', (typed, of, code) => expect(readCode(typed)).toEqual({ of, code }));
});

describe('after wrong codes', () => {
	const since = Date.parse('2026-11-27T08:00:00Z');
	const minute = 60_000;
	/** Tries as fast as one may, for so many of them: minutes from the first to each. */
	const hurry = (count: number) => {
		let now = since;
		return Array.from({ length: count }, (_, n) => {
			now += waitBefore({ count: n, since: n === 0 ? null : since }, now);
			return (now - since) / minute;
		});
	};

	it('the first five cost nothing, then pauses double, up to an hour', () => {
		expect(hurry(13)).toEqual([0, 0, 0, 0, 0, 1, 3, 7, 15, 31, 63, 123, 183]);
	});

	it('nobody tries forty times in a day', () => {
		expect(hurry(40).filter((minutes) => minutes < 24 * 60).length).toBeLessThan(35);
	});

	it('all is forgotten after a day', () => {
		expect(triesAt({ count: 30, since }, since + 24 * 60 * minute)).toEqual({ count: 0, since: null });
		expect(triesAt({ count: 30, since }, since + 23 * 60 * minute)).toEqual({ count: 30, since });
		expect(waitBefore({ count: 99, since }, since + 24 * 60 * minute)).toBe(0);
	});
});
