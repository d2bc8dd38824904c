import { acts, type Act, type Role } from '#schemas/access.ts';
import { millisOf, type Moment } from './time.ts';

/** A role that a person holds: for a course, team or place (null: everywhere), from `from` on and before `until`. */
export interface Grant {
	role: Role;
	scope: string | null;
	from: Moment;
	/** Null: until it is ended. */
	until: Moment | null;
}

/** What is acted on. */
export type On =
	| { course: string }
	| { place: string }
	| { learner: LearnerActedOn }
	/** A learner, in what they do of a course. */
	| { learner: LearnerActedOn; course: string };

export interface LearnerActedOn {
	/** Where they live, as far as it is known: see `isWithin`. */
	place: string | null;
	teams: readonly string[];
	/** Whether whoever acts looks after them: registered them, or had them put into their care. */
	isInCare: boolean;
	/** Whether they hold a role, or will. */
	holdsRole: boolean;
}

/** Nobody: what only those may act on who may act on everybody. */
export const nobodyKnown: LearnerActedOn = { place: null, teams: [], isInCare: false, holdsRole: false };

/** Whether a role held for this scope reaches what is acted on. */
type Reach = (scope: string | null, on: On) => boolean;

const everywhere: Reach = () => true;
const ofTheCourse: Reach = (scope, on) => 'course' in on && (scope === null || scope === on.course);
/** Of helpers and coordinators, whose scope is people and not courses. */
const anyCourse: Reach = (_scope, on) => 'course' in on;
const ofThePlace: Reach = (scope, on) => {
	if (scope === null) return 'place' in on || 'learner' in on;
	const place = 'place' in on ? on.place : 'learner' in on ? on.learner.place : null;
	return place !== null && isWithin(place, scope);
};
/** A helper's own people. Whoever holds a role is nobody's: their account opens more than their own learning. */
const ownPeople: Reach = (scope, on) =>
	'learner' in on &&
	!on.learner.holdsRole &&
	(on.learner.isInCare || on.learner.teams.some((team) => scope === null || scope === team));

const rules: Record<Act, Partial<Record<Role, Reach>>> = {
	'care.keep': { admin: everywhere, facilitator: everywhere },
	'care.give': { admin: everywhere, coordinator: ofThePlace },
	'recovery-code.make': { admin: everywhere, facilitator: ownPeople },
	'learning.vouch': { admin: everywhere, facilitator: ownPeople },
	'attempt.grant': {
		admin: everywhere,
		facilitator: ownPeople,
		instructor: ofTheCourse,
		coordinator: ofThePlace,
	},
	'room.open': {
		admin: everywhere,
		facilitator: anyCourse,
		instructor: ofTheCourse,
		coordinator: anyCourse,
	},
	'room.oversee': { admin: everywhere, instructor: ofTheCourse },
	'paper.keep': { admin: everywhere, instructor: ofTheCourse },
	'answer.grade': { admin: everywhere, instructor: ofTheCourse },
	'certificate.correct': { admin: everywhere, facilitator: ownPeople },
	'security.read': { admin: everywhere },
	'certificate.revoke': { admin: everywhere, instructor: ofTheCourse },
	'analysis.read': { admin: everywhere, instructor: ofTheCourse },
	'attempt.regrade': { admin: everywhere, instructor: ofTheCourse },
};

/** Whether one of these grants, in force at that time, lets its holder do this on that. */
export function may(grants: readonly Grant[], act: Act, on: On, at: Moment): boolean {
	return grantsInForce(grants, at).some(({ role, scope }) => rules[act][role]?.(scope, on) ?? false);
}

/** The courses on which they may do this; null: on every one. */
export function coursesFor(grants: readonly Grant[], act: Act, at: Moment): string[] | null {
	const held = grantsInForce(grants, at).flatMap(({ role, scope }) => {
		const reaches = rules[act][role];
		return reaches ? [{ scope, reaches }] : [];
	});
	// No course has no name: whoever reaches that one reaches every one.
	if (held.some(({ scope, reaches }) => reaches(scope, { course: '' }))) return null;
	return held.flatMap(({ scope, reaches }) => (scope && reaches(scope, { course: scope }) ? [scope] : []));
}

/** Whether there can be anything on which they may do this. */
export function mayAtAll(grants: readonly Grant[], act: Act, at: Moment): boolean {
	return grantsInForce(grants, at).some(({ role }) => rules[act][role] !== undefined);
}

/**
 * Of a person's grants those that count, and those that are withheld until they sign in by two steps: the role that the
 * installation names, if any.
 */
export function grantsThatCount<G extends Pick<Grant, 'role'>>(
	all: readonly G[],
	{ hasSecondStep, requireMfa }: { hasSecondStep: boolean; requireMfa: Role | null },
): { grants: G[]; withheld: G[] } {
	const isWithheld = ({ role }: G) => !hasSecondStep && role === requireMfa;
	return { grants: all.filter((one) => !isWithheld(one)), withheld: all.filter(isWithheld) };
}

/** All that they may do on something. */
export function actsOf(grants: readonly Grant[], at: Moment): Act[] {
	return acts.filter((act) => mayAtAll(grants, act, at));
}

/** Whether they are more than a learner, or will be: whoever comes into their account before is there when it begins. */
export function holdsRole(grants: readonly Grant[], at: Moment): boolean {
	const now = millisOf(at);
	return grants.some(({ role, until }) => role !== 'learner' && (until === null || now < millisOf(until)));
}

/** Those that have begun and are not over. */
export function grantsInForce<G extends Pick<Grant, 'from' | 'until'>>(
	grants: readonly G[],
	at: Moment,
): G[] {
	const now = millisOf(at);
	return grants.filter(
		({ from, until }) => millisOf(from) <= now && (until === null || now < millisOf(until)),
	);
}

/**
 * Whether a place is that one or lies in it. A place is written as the way to it from the top, `an-giang/tri-ton/ap-3`:
 * so a province holds its communes, and their hamlets.
 */
export function isWithin(place: string, other: string): boolean {
	return place === other || place.startsWith(`${other}/`);
}
