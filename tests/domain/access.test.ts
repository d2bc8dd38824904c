import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	actsOf,
	coursesFor,
	grantsInForce,
	holdsRole,
	isWithin,
	may,
	mayAtAll,
	type Grant,
	type LearnerActedOn,
	type On,
} from '#domain/access.ts';
import { acts, roles, type Act, type Role } from '#schemas/access.ts';

const now = '2026-11-26T08:00:00.000Z';
const grant = (role: Role, scope: string | null = null, more: Partial<Grant> = {}): Grant => ({
	role,
	scope,
	from: '2026-01-01T00:00:00.000Z',
	until: null,
	...more,
});
const learner = (more: Partial<LearnerActedOn> = {}): On => ({
	learner: { place: null, teams: [], isInCare: false, holdsRole: false, ...more },
});
const inCare = learner({ isInCare: true });

describe('who may do what', () => {
	test.each<[string, Grant[], Act, On, boolean]>([
		['nobody holds nothing', [], 'certificate.revoke', { course: 'ai' }, false],
		['a learner is no helper', [grant('learner')], 'recovery-code.make', inCare, false],

		['an admin, any certificate', [grant('admin')], 'certificate.revoke', { course: 'ai' }, true],
		['an instructor of it', [grant('instructor', 'ai')], 'certificate.revoke', { course: 'ai' }, true],
		['an instructor of all', [grant('instructor')], 'certificate.revoke', { course: 'ai' }, true],
		['an instructor, their results', [grant('instructor', 'ai')], 'analysis.read', { course: 'ai' }, true],
		[
			'an instructor, others’ results',
			[grant('instructor', 'web')],
			'analysis.read',
			{ course: 'ai' },
			false,
		],
		['a coordinator, results', [grant('coordinator')], 'analysis.read', { course: 'ai' }, false],
		['an instructor, to grade anew', [grant('instructor', 'ai')], 'attempt.regrade', { course: 'ai' }, true],
		['of another, to grade anew', [grant('instructor', 'web')], 'attempt.regrade', { course: 'ai' }, false],
		['of another', [grant('instructor', 'web')], 'certificate.revoke', { course: 'ai' }, false],
		['of one that begins so', [grant('instructor', 'a')], 'certificate.revoke', { course: 'ai' }, false],
		['a facilitator, named so', [grant('facilitator', 'ai')], 'certificate.revoke', { course: 'ai' }, false],
		['an instructor, a learner', [grant('instructor', 'ai')], 'certificate.revoke', inCare, false],

		['a helper, their own', [grant('facilitator', 't1')], 'recovery-code.make', inCare, true],
		['a helper, a stranger', [grant('facilitator', 't1')], 'recovery-code.make', learner(), false],
		['a helper of no team, a stranger', [grant('facilitator')], 'recovery-code.make', learner(), false],
		[
			'a helper, their team',
			[grant('facilitator', 't1')],
			'recovery-code.make',
			learner({ teams: ['t0', 't1'] }),
			true,
		],
		[
			'a helper, another team',
			[grant('facilitator', 't1')],
			'recovery-code.make',
			learner({ teams: ['t2'] }),
			false,
		],
		[
			'a helper of all teams, one of them',
			[grant('facilitator')],
			'recovery-code.make',
			learner({ teams: ['t2'] }),
			true,
		],
		[
			'a helper, their own with a role',
			[grant('facilitator')],
			'recovery-code.make',
			learner({ isInCare: true, teams: ['t1'], holdsRole: true }),
			false,
		],
		['an admin, one with a role', [grant('admin')], 'recovery-code.make', learner({ holdsRole: true }), true],
		['a coordinator makes no code', [grant('coordinator')], 'recovery-code.make', inCare, false],

		[
			'a helper corrects the name of whom they look after',
			[grant('facilitator')],
			'certificate.correct',
			inCare,
			true,
		],
		...(
			[
				['a helper, their own', [grant('facilitator')], inCare, true],
				['a helper, no other', [grant('facilitator')], learner(), false],
				['an instructor of the course', [grant('instructor', 'ai')], learner(), true],
				['an instructor of another', [grant('instructor', 'ai-2')], learner({ isInCare: true }), false],
				['a coordinator of the place', [grant('coordinator', 'x')], learner({ place: 'x/y' }), true],
				['a coordinator of another', [grant('coordinator', 'x')], learner({ place: 'z' }), false],
				['an admin', [grant('admin')], learner(), true],
				['a learner', [grant('learner')], inCare, false],
			] as [string, Grant[], On, boolean][]
		).map(([name, grants, on, expected]): [string, Grant[], Act, On, boolean] => [
			`another attempt: ${name}`,
			grants,
			'attempt.grant',
			{ ...on, course: 'ai' } as On,
			expected,
		]),
		['a helper corrects no other', [grant('facilitator')], 'certificate.correct', learner(), false],
		['an instructor corrects none', [grant('instructor')], 'certificate.correct', { course: 'ai' }, false],
		['an admin corrects all', [grant('admin')], 'certificate.correct', learner(), true],
		['an instructor grades', [grant('instructor', 'ai')], 'answer.grade', { course: 'ai' }, true],
		['of another course not', [grant('instructor', 'ai-2')], 'answer.grade', { course: 'ai' }, false],
		['a helper grades nothing', [grant('facilitator')], 'answer.grade', { course: 'ai' }, false],
		['a helper opens a room', [grant('facilitator', 't1')], 'room.open', { course: 'ai' }, true],
		['a coordinator too', [grant('coordinator', 'an-giang')], 'room.open', { course: 'ai' }, true],
		['an instructor, of the course', [grant('instructor', 'ai')], 'room.open', { course: 'ai' }, true],
		['an instructor, of another not', [grant('instructor', 'ai-2')], 'room.open', { course: 'ai' }, false],
		['a learner opens none', [grant('learner')], 'room.open', { course: 'ai' }, false],
		['a helper oversees no other room', [grant('facilitator')], 'room.oversee', { course: 'ai' }, false],
		['an instructor oversees', [grant('instructor', 'ai')], 'room.oversee', { course: 'ai' }, true],
		['a helper registers', [grant('facilitator', 't1')], 'care.keep', learner(), true],
		['a coordinator does not', [grant('coordinator')], 'care.keep', learner(), false],
		['an admin gives care', [grant('admin')], 'care.give', learner(), true],
		['a helper does not', [grant('facilitator')], 'care.give', inCare, false],
		['a coordinator of all, place unknown', [grant('coordinator')], 'care.give', learner(), true],
		['of a place, place unknown', [grant('coordinator', 'an-giang')], 'care.give', learner(), false],
		[
			'of a province, a commune of it',
			[grant('coordinator', 'an-giang')],
			'care.give',
			learner({ place: 'an-giang/tri-ton' }),
			true,
		],
		[
			'of a commune, its province',
			[grant('coordinator', 'an-giang/tri-ton')],
			'care.give',
			learner({ place: 'an-giang' }),
			false,
		],
		[
			'of a commune, its neighbour',
			[grant('coordinator', 'an-giang/tri-ton')],
			'care.give',
			learner({ place: 'an-giang/tri-ton-2' }),
			false,
		],
		[
			'of a province, the place itself',
			[grant('coordinator', 'an-giang')],
			'care.give',
			{ place: 'an-giang/tri-ton/ap-3' },
			true,
		],
	])('%s', (_name, grants, act, on, expected) => {
		expect(may(grants, act, on, now)).toBe(expected);
	});

	test('may at all what may be done on something', () => {
		expect(actsOf([grant('facilitator', 't1')], now)).toEqual([
			'care.keep',
			'recovery-code.make',
			'learning.vouch',
			'attempt.grant',
			'room.open',
			'certificate.correct',
		]);
		expect(actsOf([grant('coordinator', 'an-giang')], now)).toEqual([
			'care.give',
			'attempt.grant',
			'room.open',
		]);
		expect(actsOf([grant('instructor', 'ai')], now)).toEqual([
			'attempt.grant',
			'room.open',
			'room.oversee',
			'paper.keep',
			'answer.grade',
			'certificate.revoke',
			'analysis.read',
			'attempt.regrade',
		]);
		expect(actsOf([grant('admin')], now)).toEqual(acts);
		expect(actsOf([grant('learner')], now)).toEqual([]);
		expect(actsOf([grant('admin', null, { until: now })], now)).toEqual([]);
	});
});

describe('whoever holds a role or will', () => {
	const [past, future] = ['2026-11-26T07:00:00.000Z', '2026-11-27T08:00:00.000Z'];
	test.each<[string, Grant[], boolean]>([
		['holds one now', [grant('facilitator')], true],
		['will hold one', [grant('admin', null, { from: future })], true],
		['held one', [grant('admin', null, { until: past })], false],
		['is a learner', [grant('learner')], false],
	])('%s', (_name, grants, expected) => {
		expect(holdsRole(grants, now)).toBe(expected);
	});
});

describe('dates', () => {
	test.each<[string, Partial<Grant>, boolean]>([
		['from this very moment on', { from: now }, true],
		['not a moment before', { from: '2026-11-26T08:00:00.001Z' }, false],
		['until a moment before the end', { until: '2026-11-26T08:00:00.001Z' }, true],
		['not at the end', { until: now }, false],
		['written in another zone', { until: '2026-11-26T15:00:00.001+07:00' }, true],
		['over', { from: '2026-01-01', until: '2026-02-01' }, false],
	])('%s', (_name, dates, expected) => {
		expect(grantsInForce([grant('admin', null, dates)], now)).toHaveLength(expected ? 1 : 0);
	});
});

const name = fc.constantFrom('a', 'b', 'ab', 'c');
const place = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const anyScope = fc.oneof(fc.constant(null), name, place);
const moment = fc.integer({ min: 0, max: 20 });
const anyGrant: fc.Arbitrary<Grant> = fc.record({
	role: fc.constantFrom(...roles),
	scope: anyScope,
	from: moment,
	until: fc.option(moment),
});
const anyGrants = fc.array(anyGrant, { maxLength: 5 });
const anyLearner = fc.record({
	place: fc.option(place),
	teams: fc.array(name, { maxLength: 3 }),
	isInCare: fc.boolean(),
	holdsRole: fc.boolean(),
});
const anyOn: fc.Arbitrary<On> = fc.oneof(
	fc.record({ course: name }),
	fc.record({ place }),
	fc.record({ learner: anyLearner }),
);
const anyAct = fc.constantFrom(...acts);

describe('for all grants', () => {
	it('more of them never take away', () => {
		fc.assert(
			fc.property(anyGrants, anyGrants, anyAct, anyOn, moment, (some, more, act, on, at) => {
				if (may(some, act, on, at)) expect(may([...more, ...some], act, on, at)).toBe(true);
			}),
		);
	});

	it('what is over or has not begun is as if it were not there', () => {
		fc.assert(
			fc.property(anyGrants, anyAct, anyOn, moment, (grants, act, on, at) => {
				const inForce = grants.filter(
					({ from, until }) => Number(from) <= at && (until === null || at < Number(until)),
				);
				expect(may(grants, act, on, at)).toBe(may(inForce, act, on, at));
				expect(actsOf(grants, at)).toEqual(actsOf(inForce, at));
			}),
		);
	});

	it('who may do it on something may do it at all', () => {
		fc.assert(
			fc.property(anyGrants, anyAct, anyOn, moment, (grants, act, on, at) => {
				if (may(grants, act, on, at)) expect(mayAtAll(grants, act, at)).toBe(true);
			}),
		);
	});

	it('a scope gives nothing that the same role everywhere would not', () => {
		fc.assert(
			fc.property(anyGrant, anyAct, anyOn, moment, (one, act, on, at) => {
				if (may([one], act, on, at)) expect(may([{ ...one, scope: null }], act, on, at)).toBe(true);
			}),
		);
	});

	it('a scope that is none of what is acted on gives nothing, unless the person is in care or the role has none', () => {
		fc.assert(
			fc.property(anyGrant, anyAct, anyOn, moment, (one, act, on, at) => {
				fc.pre(one.role !== 'admin' && one.scope !== null && act !== 'care.keep');
				// Rooms are for courses, and the scope of helpers and coordinators is none.
				fc.pre(act !== 'room.open' || one.role === 'instructor');
				const scope = one.scope ?? '';
				const where = 'course' in on ? [on.course] : 'learner' in on ? on.learner.teams : [];
				const lies = 'place' in on ? on.place : 'learner' in on ? on.learner.place : null;
				const isMeant = where.includes(scope) || (lies !== null && `${lies}/`.startsWith(`${scope}/`));
				const isInCare = 'learner' in on && on.learner.isInCare;
				if (!isMeant && !isInCare) expect(may([one], act, on, at)).toBe(false);
			}),
		);
	});
});

describe('places', () => {
	it('lie in themselves; in each other only when they are the same; and in what the place they lie in lies in', () => {
		fc.assert(
			fc.property(place, place, place, (a, b, c) => {
				expect(isWithin(a, a)).toBe(true);
				if (isWithin(a, b) && isWithin(b, a)) expect(a).toBe(b);
				if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true);
			}),
		);
	});

	it('lie in each place on the way to them', () => {
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.nat(4), (parts, depth) => {
				const above = parts.slice(0, depth + 1).join('/');
				expect(isWithin(parts.join('/'), above)).toBe(true);
			}),
		);
	});
});

test.each<[string, Grant[], Act, string[] | null]>([
	['nobody’s', [], 'analysis.read', []],
	['a learner’s', [grant('learner')], 'analysis.read', []],
	[
		'an instructor’s',
		[grant('instructor', 'ai'), grant('instructor', 'web')],
		'analysis.read',
		['ai', 'web'],
	],
	['those of an instructor of all', [grant('instructor', 'ai'), grant('instructor')], 'analysis.read', null],
	['an administrator’s', [grant('admin')], 'answer.grade', null],
	['a coordinator’s', [grant('coordinator', 'an-giang')], 'answer.grade', []],
	['of what is over', [grant('instructor', 'ai', { until: '2026-02-01T00:00:00.000Z' })], 'answer.grade', []],
])('the courses on which something may be done: %s', (_, grants, act, expected) => {
	expect(coursesFor(grants, act, now)).toEqual(expected);
	for (const course of expected ?? ['ai', 'khac']) expect(may(grants, act, { course }, now)).toBe(true);
});
