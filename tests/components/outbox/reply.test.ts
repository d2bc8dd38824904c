import { describe, expect, it } from 'vitest';
import { isEntry, isNewer, newId, nextRevision, waitBefore } from '#lib/outbox/entry.ts';
import { rules } from '#lib/outbox/kinds.ts';
import { readReply } from '#lib/outbox/reply.ts';
import { given, saved } from './device.ts';

describe('a revision', () => {
	it('follows the clock', () => expect(nextRevision(5, 1_000.9)).toBe(1_000));
	it('rises although the clock stands still or is wrong', () => {
		expect(nextRevision(1_000, 1_000)).toBe(1_001);
		expect(nextRevision(2_000_000, 7)).toBe(2_000_001);
	});
});

describe('an entry', () => {
	it('has an id of its own, a UUID of version 4', () => {
		const ids = Array.from({ length: 50 }, newId);
		for (const id of ids)
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(new Set(ids).size).toBe(50);
	});
	it('is told from what is none', () => {
		expect(isEntry(JSON.parse(JSON.stringify(given())))).toBe(true);
		for (const other of [null, 1, {}, { ...given(), revision: 'x' }, { ...given(), learner: undefined }])
			expect(isEntry(other)).toBe(false);
	});
	it('is newer than another or the other than it, never both', () => {
		const [a, b] = [given(), given()];
		expect(isNewer(a, b)).toBe(!isNewer(b, a));
		expect(isNewer(given({ revision: 11 }), given({ revision: 10, at: 99 }))).toBe(true);
	});
	it('is sent with its revision', () => {
		expect(rules.answer.body(given({ answer: { a: 'b' }, revision: 7 }))).toEqual({
			answer: { a: 'b' },
			revision: 7,
		});
	});
});

describe('waiting before another try', () => {
	it('doubles up to a minute, spread by a quarter either way', () => {
		expect(waitBefore(0, 0.5)).toBe(1000);
		expect(waitBefore(3, 0.5)).toBe(8000);
		expect(waitBefore(30, 0.5)).toBe(60_000);
		expect(waitBefore(0, 0)).toBe(750);
		expect(waitBefore(0, 1)).toBe(1250);
	});
});

describe('the reply', () => {
	const receipt = { question: 'mat-khau', revision: 10, savedAt: saved.savedAt, accepted: true };
	const problem = (code: string, more = {}) => ({
		type: `urn:cung-hoc:problem:${code}`,
		detail: 'Chi tiết.',
		...more,
	});

	it('is a receipt', () => expect(readReply(given(), 200, receipt)).toEqual(saved));
	it('says that another answer stands, since when, and under which revision', () => {
		expect(readReply(given(), 200, { ...receipt, revision: 99, accepted: false })).toEqual({
			kind: 'elsewhere',
			revision: 99,
			savedAt: saved.savedAt,
		});
	});
	it.each([
		['a page of a public network', 200, null],
		['a receipt for another question', 200, { ...receipt, question: 'goi' }],
		['an error page of a proxy', 404, null],
		['a refusal that is not the API’s', 403, { message: 'Forbidden' }],
		['a firewall that knows GET and POST alone', 405, null],
		['one that says so with another number', 501, null],
	])('%s is not the server: the form may get through', (_name, status, body) => {
		expect(readReply(given(), status, body)).toEqual({ kind: 'blocked' });
	});
	it.each([
		['too many at once', 429, problem('too-many')],
		['a proxy that is asked too much', 429, null],
		['a proxy whose server starts anew', 502, null],
		['a server that is busy', 503, problem('unavailable')],
		['a server that broke', 500, problem('internal')],
		['a newer server that broke', 503, problem('moving-house')],
	])('%s says nothing: try again', (_name, status, body) => {
		expect(readReply(given(), status, body)).toEqual({ kind: 'retry', offline: false });
	});
	it('says who was signed out', () => {
		expect(readReply(given(), 401, problem('not-signed-in'))).toEqual({ kind: 'signed-out' });
	});
	it('says that somebody else is signed in', () => {
		expect(readReply(given(), 409, problem('other-learner'))).toEqual({ kind: 'other-learner' });
	});
	it.each([
		[409, 'attempt-late', 'late'],
		[409, 'attempt-submitted', 'submitted'],
		[404, 'attempt-unknown', 'gone'],
		[403, 'not-allowed', 'refused'],
		[413, 'too-large', 'refused'],
		[409, 'code-of-a-newer-server', 'refused'],
		[404, 'question-unknown', 'gone'],
	])('%i %s will never be otherwise', (status, code, why) => {
		expect(readReply(given(), status, problem(code))).toEqual({
			kind: 'refused',
			why,
			message: 'Chi tiết.',
		});
	});
	it('carries the words on what cannot be read', () => {
		const body = problem('answer-unreadable', {
			errors: [{ path: '/answer', message: 'Hãy viết một con số.' }],
		});
		expect(readReply(given(), 422, body)).toEqual({
			kind: 'refused',
			why: 'unreadable',
			message: 'Hãy viết một con số.',
		});
	});
});
