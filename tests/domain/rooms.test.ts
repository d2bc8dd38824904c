import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptFact, Completion } from '#domain/facts.ts';
import {
	deadlineInRoom,
	extension,
	isOpenRoom,
	readRoomCode,
	roomCodeFrom,
	shownCode,
	sittingState,
} from '#domain/rooms.ts';
import { supervisionOf, testedHow, unsupervisedQuizzes } from '#domain/supervised.ts';
import type { AnyCertificateRecord } from '#schemas/certificate.ts';
import type { Manifest } from '#schemas/catalog.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 28, 8) + minutes * 60_000);

describe('codes', () => {
	it('are six digits that are read back as they are shown', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 4, maxLength: 8 }), (bytes) => {
				const code = roomCodeFrom(bytes);
				expect(code).toMatch(/^\d{6}$/);
				expect(readRoomCode(shownCode(code))).toBe(code);
			}),
		);
	});

	it.each([
		['482913', '482913'],
		[' 482-913 ', '482913'],
		['48 29 13', '482913'],
		['៤៨២ ៩១៣', '482913'],
		['４８２９１３', '482913'],
		['48291', null],
		['4829134', null],
		['48291a', null],
		['', null],
	])('%j is %j', (typed, read) => {
		expect(readRoomCode(typed)).toBe(read);
	});

	it('read nothing else, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (typed) => {
				const read = readRoomCode(typed);
				expect(read === null || /^\d{6}$/.test(read)).toBe(true);
			}),
		);
	});
});

describe('time in a room', () => {
	it.each([
		[null, at(60), at(60)],
		[at(20), at(60), at(20)],
		[at(90), at(60), at(60)],
	])('a deadline of %o in a room until %o is %o', (deadline, until, expected) => {
		expect(deadlineInRoom(deadline, { until })).toEqual(expected);
	});

	it.each([
		[at(60), null, at(59), true],
		[at(60), null, at(60), false],
		[at(60), at(30), at(40), false],
	])('a room until %o, closed at %o, is at %o open: %o', (until, closedAt, now, isOpen) => {
		expect(isOpenRoom({ until, closedAt }, now)).toBe(isOpen);
	});

	const sitting = fc.record({
		deadline: fc.integer({ min: 0, max: 120 }).map(at),
		submittedAt: fc.option(fc.constant(at(1)), { nil: null }),
	});
	it('is added to whoever has some left, to the minute, and the room is open at least as long', () => {
		fc.assert(
			fc.property(
				fc.array(sitting),
				fc.integer({ min: 1, max: 120 }),
				fc.boolean(),
				(sittings, minutes, isForAll) => {
					const until = at(120);
					const more = extension(sittings, { until }, { minutes, isForAll, now: at(10) });
					for (const { of, deadline } of more.deadlines) {
						expect(of.submittedAt).toBeNull();
						expect(deadline.getTime() - of.deadline.getTime()).toBe(minutes * 60_000);
						expect(deadline <= more.until).toBe(true);
					}
					const left = sittings.filter(({ deadline, submittedAt }) => !submittedAt && deadline >= at(9));
					expect(more.deadlines).toHaveLength(left.length);
					expect(more.until >= (isForAll ? at(120 + minutes) : until)).toBe(true);
				},
			),
		);
	});

	it.each([
		[{ savedAt: null }, at(4), 'working'],
		[{ savedAt: null }, at(6), 'quiet'],
		[{ savedAt: at(5) }, at(9), 'working'],
		[{ savedAt: at(5) }, at(30), 'time-up'],
		[{ savedAt: at(5), submittedAt: at(8) }, at(40), 'handed-in'],
	])('%o is at %o %s', (sitter, now, state) => {
		const one = { startedAt: at(0), deadline: at(30), submittedAt: null, ...sitter };
		expect(sittingState(one, now)).toBe(state);
	});
});

describe('what a certificate says of supervision', () => {
	const manifest = {
		quizzes: { exam: {}, mid: {} },
		formerly: { old: 'exam' },
		requires: { lessons: [], quizzes: ['exam', 'mid'] },
		certificate: { title: {}, validFor: 'P1Y' },
	} as unknown as Manifest;
	const attempt = (quizId: string, changes: Partial<AttemptFact> = {}) =>
		({
			quizId,
			startedAt: at(0),
			submittedAt: at(10),
			passed: true,
			uncounted: null,
			supervised: true,
			...changes,
		}) as AttemptFact;
	const left = (attempts: AttemptFact[], completions: Completion[] = [], cycle = 1) =>
		unsupervisedQuizzes(
			manifest,
			{ facts: { attempts }, completions },
			{ cycle, timeZone: 'Asia/Ho_Chi_Minh' },
		);

	it.each<[string, AttemptFact[], string[]]>([
		['nothing', [], ['exam', 'mid']],
		['both', [attempt('exam'), attempt('mid')], []],
		['one under its former name', [attempt('old')], ['mid']],
		['one at home', [attempt('exam', { supervised: false }), attempt('mid')], ['exam']],
		['one failed', [attempt('exam', { passed: false }), attempt('mid')], ['exam']],
		['one that does not count', [attempt('exam', { uncounted: 'limit' }), attempt('mid')], ['exam']],
		['one at home, then in a room', [attempt('exam', { supervised: false }), attempt('exam')], ['mid']],
	])('%s', (_, attempts, expected) => {
		expect(left(attempts)).toEqual(expected);
	});

	it('a refresher asks for its own attempts', () => {
		const first = {
			cycle: 1,
			completedAt: at(10),
			serial: 'x',
			validUntil: at(60 * 24),
			revokedAt: null,
		} as unknown as Completion;
		const before = [attempt('exam'), attempt('mid')];
		expect(left(before, [first], 1)).toEqual([]);
		expect(left(before, [first], 2)).toEqual(['exam', 'mid']);
		const later = { startedAt: at(60 * 72), submittedAt: at(60 * 73) };
		expect(left([...before, attempt('exam', later)], [first], 2)).toEqual(['mid']);
	});

	it('a course without quizzes says nothing, others say which', () => {
		expect(supervisionOf({ ...manifest, requires: { lessons: [], quizzes: [] } }, [])).toBeUndefined();
		expect(supervisionOf(manifest, [])).toBe('room');
		expect(supervisionOf(manifest, ['mid'])).toBe('none');
	});

	it.each([
		[{ format: 'cung-hoc/1' }, null],
		[{ format: 'cung-hoc/2', assurance: { by: 'helper', minutes: 1 } }, null],
		[{ supervision: 'room', assurance: { by: 'helper', minutes: 1 } }, 'room'],
		[{ supervision: 'none', assurance: { by: 'helper', minutes: 1 } }, 'helper'],
		[{ supervision: 'none', assurance: { by: 'learning', minutes: 1 } }, 'none'],
	])('%o says %s', (record, said) => {
		expect(testedHow(record as unknown as AnyCertificateRecord)).toBe(said);
	});
});
