import { actsOf, grantsInForce, grantsThatCount } from '#domain/access.ts';
import { normaliseName } from '#domain/text.ts';
import type { Me, MePatch } from '#schemas/account.ts';
import type { Principal } from '../app-types.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectKnown } from './known-store.ts';
import { selectPerson, updatePerson } from './store.ts';

/** A name of which nothing is left without invisible characters. */
export const emptyName = fail('name-empty', { path: '/displayName' });

/** Somebody who has just signed in, registered or changed something: read from the database. */
export async function describeMe(
	db: Db,
	learner: string,
	{ shared, requireMfa }: { shared: boolean } & Pick<Config, 'requireMfa'>,
	now: Date,
): Promise<Me> {
	const { person, grants: all, ...more } = await selectKnown(db, learner);
	const grants = grantsThatCount(all, { ...more, requireMfa });
	return describePrincipal({ ...person, ...more, ...grants, learner, shared }, now);
}

type Described = Omit<Principal, 'actor' | 'place' | 'carers'>;

/** Whoever sends the request, as the session knows them. */
export function describePrincipal(who: Described, now: Date): Me {
	const at = now.getTime();
	const held = grantsInForce(who.grants, at).map(({ role, scope }) => ({ role, scope }));
	return {
		id: who.learner,
		guest: who.username === null,
		username: who.username,
		displayName: who.displayName,
		locale: who.locale,
		targetGroup: who.targetGroup,
		preferences: who.preferences,
		roles: [{ role: 'learner', scope: null }, ...held],
		may: actsOf(who.grants, at),
		secondStep: secondStepOf(who, at),
		codesMade: codesMadeFor(who),
		shared: who.shared,
		guests: who.guests,
	};
}

function secondStepOf({ hasSecondStep, withheld }: Described, at: number): Me['secondStep'] {
	if (hasSecondStep) return 'on';
	return grantsInForce(withheld, at).length > 0 ? 'needed' : 'off';
}

/** The codes that were made for somebody's account since they last looked, as the API tells them. */
export function codesMadeFor({ codesMade }: Pick<Principal, 'codesMade'>): Me['codesMade'] {
	return codesMade.map(({ at, by }) => ({ at: new Date(at).toISOString(), by }));
}

/** `thisYear`: the year that a calendar in the platform's time zone shows. */
export async function changeMe(
	db: Db,
	learner: string,
	change: MePatch,
	thisYear: number,
): Promise<Failure | undefined> {
	const displayName = change.displayName === undefined ? undefined : normaliseName(change.displayName);
	if (displayName === '') return emptyName;
	const { birthYear } = change;
	if (typeof birthYear === 'number' && (birthYear < 1900 || birthYear > thisYear))
		return fail('birth-year-refused', { path: '/birthYear' });
	const { residence } = change;
	const preferences = change.preferences && {
		...(await selectPerson(db, learner)).preferences,
		...change.preferences,
	};
	await updatePerson(db, learner, {
		...change,
		...(displayName && { displayName }),
		...(preferences && { preferences }),
		...(residence && { residence: normaliseName(residence) || null }),
	});
	return undefined;
}
