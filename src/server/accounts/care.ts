import { randomInt, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { may, mayAtAll, nobodyKnown } from '#domain/access.ts';
import { normaliseName } from '#domain/text.ts';
import { normaliseUsername, suggestUsername } from '#domain/usernames.ts';
import type { Care, CareRequest, PersonInCare } from '#schemas/care.ts';
import type { Principal } from '../app-types.ts';
import type { Db, Sql } from '../db/connect.ts';
import { fail, unwrap, type Failure } from '../failure.ts';
import { endCareOf, insertCare, selectInCare, selectOptionalRegistered } from './care-store.ts';
import { selectActedOn, selectGrants } from './grant-store.ts';
import type { Turn } from './hash-queue.ts';
import { emptyName } from './me.ts';
import { hashPassword } from './passwords.ts';
import { voidCodes } from './recovery.ts';
import { refusedUsername } from './register.ts';
import { insertAudit, insertNewPerson } from './store.ts';
import { insertLogin, selectOptionalLogin } from './username-store.ts';

const byName = new Intl.Collator('vi');

/** Whom a helper looks after, by name. */
export async function listInCare(db: Db, carer: string): Promise<PersonInCare[]> {
	const people = await selectInCare(db, carer);
	return people.sort((a, b) => byName.compare(a.displayName ?? '', b.displayName ?? ''));
}

/**
 * Registers somebody, who is in the helper's care from then on. Nobody knows a password for them: they set one with a
 * recovery code. A request that is repeated under its id finds the same person. Audited.
 */
export async function registerInCare(
	db: Db,
	{ actor }: Principal,
	request: CareRequest,
	turn: Turn,
	now: Date,
) {
	const displayName = normaliseName(request.displayName);
	if (!displayName) return emptyName;
	const refused = request.username === undefined ? null : refusedUsername(request.username);
	if (refused) return refused;
	const secret = await hashPassword(randomUUID() + randomUUID(), turn);
	const { locale, targetGroup = null } = request;
	return db.transaction(async (tx): Promise<{ person: PersonInCare; fresh: boolean } | Failure> => {
		const id = request.id?.toLowerCase() ?? uuidv7();
		if (!(await insertNewPerson(tx, { id, displayName, locale, targetGroup, createdAt: now }))) {
			const person = await selectOptionalRegistered(tx, id, actor);
			return person ? { person, fresh: false } : fail('id-in-use');
		}
		const username = await insertFreeLogin(tx, request.username, { displayName, learnerId: id, secret });
		const how = 'registered';
		await insertCare(tx, { learnerId: id, id: uuidv7(), carerId: actor, how, givenBy: actor, since: now });
		await insertAudit(tx, { learnerId: id, id: uuidv7(), actor, action: 'care.register', at: now });
		return { person: { id, displayName, username }, fresh: true };
	});
}

/**
 * The user name that was asked for, or one made of the name that is still free.
 * @throws {FailureError} so that nothing is kept, when the one asked for is taken.
 */
async function insertFreeLogin(
	tx: Sql,
	asked: string | undefined,
	{ displayName, learnerId, secret }: { displayName: string; learnerId: string; secret: string },
): Promise<string> {
	for (let tries = 0; tries < 10; tries++) {
		const shown = normaliseUsername(
			asked ?? suggestUsername(displayName, randomInt(tries < 5 ? 10_000 : 1_000_000)),
		);
		if (await insertLogin(tx, { username: shown, learnerId, secret })) return shown;
		if (asked !== undefined) break;
	}
	return unwrap(fail('username-taken', { path: '/username' }));
}

/** Puts a learner into a helper's care. Audited. */
export async function giveCare(db: Db, who: Principal, request: Care, now: Date) {
	const found = await selectBoth(db, who, request, now);
	if ('failure' in found) return found;
	const { learner, carer } = found;
	// Who may look after people.
	if (!mayAtAll(await selectGrants(db, carer), 'care.keep', now.getTime())) return fail('not-a-helper');
	return db.transaction(async (tx) => {
		const more = { carerId: carer, how: 'given', givenBy: who.actor, since: now } as const;
		const fresh = await insertCare(tx, { learnerId: learner, id: uuidv7(), ...more });
		if (fresh) await insertCareAudit(tx, 'care.give', who, found, now);
		return { fresh, learner };
	});
}

/** Takes a learner out of a helper's care; codes that the helper made for them are void. Audited. */
export async function endCare(
	db: Db,
	who: Principal,
	request: Care,
	now: Date,
): Promise<{ learner: string } | Failure> {
	const found = await selectBoth(db, who, request, now);
	if ('failure' in found) return found;
	const { learner, carer } = found;
	return db.transaction(async (tx) => {
		if (!(await endCareOf(tx, { learner, carer, by: who.actor }, now))) return fail('care-unknown');
		await insertCareAudit(tx, 'care.end', who, found, now);
		await voidCodes(tx, learner, now);
		return { learner };
	});
}

/** Whom it is about. Who may not decide about everybody does not learn which user names there are. */
async function selectBoth(db: Db, who: Principal, { username, carer }: Care, now: Date) {
	const learner = await selectOptionalLogin(db, username);
	const acted = learner ? await selectActedOn(db, learner.learnerId, who.actor, now) : nobodyKnown;
	if (!may(who.grants, 'care.give', { learner: acted }, now.getTime())) return fail('not-allowed');
	if (!learner) return fail('username-unknown', { path: '/username' });
	const helper = await selectOptionalLogin(db, carer);
	if (!helper) return fail('username-unknown', { path: '/carer' });
	return { learner: learner.learnerId, carer: helper.learnerId };
}

function insertCareAudit(
	tx: Sql,
	action: 'care.give' | 'care.end',
	{ actor }: Principal,
	{ learner, carer }: { learner: string; carer: string },
	at: Date,
) {
	return insertAudit(tx, { learnerId: learner, id: uuidv7(), actor, action, subject: carer, at });
}
