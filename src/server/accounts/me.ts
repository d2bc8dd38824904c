import { normaliseName } from '#domain/text.ts';
import type { Me, MePatch } from '#schemas/account.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalLoginOf, selectPerson, selectRoles, updatePerson } from './store.ts';

/** A name of which nothing is left without invisible characters. */
export const emptyName = fail('name-empty', { path: '/displayName' });

/** Somebody who has just signed in, registered or changed something: read from the database. */
export async function describeMe(db: Db, learner: string, shared: boolean, now: Date): Promise<Me> {
	const [row, found, roles] = await Promise.all([
		selectPerson(db, learner),
		selectOptionalLoginOf(db, learner),
		selectRoles(db, learner, now),
	]);
	return meOf({ ...row, learner, username: found?.shown ?? null, shared }, roles);
}

/** Whoever sends the request, as the session knows them. */
export async function describePrincipal(db: Db, who: Principal, now: Date): Promise<Me> {
	return meOf(who, await selectRoles(db, who.learner, now));
}

type Known = Pick<
	Principal,
	'learner' | 'username' | 'displayName' | 'locale' | 'targetGroup' | 'preferences' | 'shared'
>;

function meOf(
	{ learner: id, username, displayName, locale, targetGroup, preferences, shared }: Known,
	roles: Me['roles'],
): Me {
	return {
		id,
		guest: username === null,
		username,
		displayName,
		locale,
		targetGroup,
		preferences,
		roles: [{ role: 'learner', scope: null }, ...roles],
		shared,
	};
}

export async function changeMe(db: Db, learner: string, change: MePatch): Promise<Failure | undefined> {
	const displayName = change.displayName === undefined ? undefined : normaliseName(change.displayName);
	if (displayName === '') return emptyName;
	const preferences = change.preferences && {
		...(await selectPerson(db, learner)).preferences,
		...change.preferences,
	};
	await updatePerson(db, learner, {
		...change,
		...(displayName && { displayName }),
		...(preferences && { preferences }),
	});
	return undefined;
}
