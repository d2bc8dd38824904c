import { normaliseName } from '#domain/text.ts';
import type { Me, MePatch } from '#schemas/account.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalLoginOf, selectPerson, selectRoles, updatePerson } from './store.ts';

/** A name of which nothing is left without invisible characters. */
export const emptyName = fail('name-empty', { path: '/displayName' });

export async function describeMe(db: Db, learner: string, shared: boolean, now: Date): Promise<Me> {
	const [row, found, roles] = await Promise.all([
		selectPerson(db, learner),
		selectOptionalLoginOf(db, learner),
		selectRoles(db, learner, now),
	]);
	const { displayName, locale, targetGroup, preferences } = row;
	const username = found?.shown ?? null;
	const grants = [{ role: 'learner' as const, scope: null }, ...roles];
	return {
		id: learner,
		guest: !found,
		username,
		displayName,
		locale,
		targetGroup,
		preferences,
		roles: grants,
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
