import { v5 as uuidv5 } from 'uuid';
import { may, nobodyKnown } from '#domain/access.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import { insertNewPerson, selectPerson } from '../accounts/store.ts';
import { selectOptionalLogin } from '../accounts/username-store.ts';
import type { Principal } from '../app-types.ts';
import { fail, type Failure } from '../failure.ts';
import type { PaperDeps } from './form.ts';

/** Names the ids of those who have no account. */
const nobodies = '6f0d7a54-6d0b-4c1e-9f0a-9d3f1c1f2b7e';

/** Who took a test on paper. */
export interface Sitter {
	learner: string;
	targetGroup: TargetGroup | null;
	place: string | null;
}

/**
 * The person of a user name on whom the caller may act; or, by a label, a new person without an account, who is the
 * same when this id is sent again. Nobody enters their own.
 */
export async function sitterOf(
	{ database: { db }, now }: PaperDeps,
	{ actor, grants }: Principal,
	asked: { id: string; username?: string; label?: string; course: string; locale: Locale },
): Promise<Sitter | Failure> {
	const { username, label, course } = asked;
	if ((username === undefined) === (label === undefined)) return fail('paper-who');
	const at = now();
	if (username === undefined) {
		// A number is enough, which is no name.
		const displayName = label!.normalize('NFC').replace(/\s+/gu, ' ').trim();
		if (!displayName) return fail('paper-who');
		// The id of the attempt leads to the same nobody however often it is sent, and to no one else who has an id.
		const id = uuidv5(asked.id, nobodies);
		await insertNewPerson(db, { id, displayName, locale: asked.locale, targetGroup: null, createdAt: at });
		return { learner: id, targetGroup: null, place: null };
	}
	const found = await selectOptionalLogin(db, username);
	const acted = found ? await selectActedOn(db, found.learnerId, actor, at) : nobodyKnown;
	if (found?.learnerId === actor) return fail('own-paper');
	if (!may(grants, 'attempt.grant', { learner: acted, course }, at.getTime())) return fail('not-in-care');
	if (!found) return fail('username-unknown', { path: '/username' });
	const { targetGroup, place } = await selectPerson(db, found.learnerId);
	return { learner: found.learnerId, targetGroup, place };
}
