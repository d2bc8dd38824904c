import { v7 as uuidv7 } from 'uuid';
import { certificatesKept } from '#domain/merging/certificates.ts';
import { planMerge } from '#domain/merging/plan.ts';
import type { Change, Kept } from '#domain/merging/tables.ts';
import { writingsOf } from '#domain/merging/writings.ts';
import type { Brought } from '#schemas/merging.ts';
import type { Provenance } from '../accounts/events.ts';
import { insertAudit, lockLearner, selectPerson } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { within } from '../db/query.ts';
import type { Sql } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { ready, type Ready } from './ready.ts';
import { insertChanges, lockAttempts, selectKept, selectOwnRooms, write } from './rows-store.ts';
import { settleAll } from './settle.ts';
import {
	deleteOffer,
	insertMerge,
	insertMergedGuest,
	selectOptionalMergeBy,
	selectOptionalOffer,
	type MergeRow,
	type OfferRow,
} from './store.ts';

/** How long it can be taken back, in milliseconds. */
export const keptFor = 7 * 24 * 3_600_000;

/** Answers that go on being saved meanwhile make it begin again; more rounds than this mean that something is wrong. */
const rounds = 10;

interface Asking {
	who: Principal;
	/** Hash of the session that asks. */
	session: string;
	from: Provenance;
}

/**
 * Brings what the guest of this device has learned into the account, in one transaction. Only what was offered to this
 * session when it began: nobody merges a guest by naming them. Asked again, it tells the same merge.
 */
export async function bring(
	deps: Deps,
	asking: Asking,
): Promise<{ row: MergeRow; fresh: boolean } | Failure> {
	const { database, now } = deps;
	const { learner } = asking.who;
	for (let round = 0; round < rounds; round += 1) {
		const known = await selectOptionalMergeBy(database.db, learner, asking.session);
		if (known) return { row: known, fresh: false };
		const offer = await selectOptionalOffer(database.db, { learner, session: asking.session, now: now() });
		if (!offer) return fail('merge-unknown');
		const prepared = await ready(deps, { guest: offer.guestId, account: learner }, now());
		const row = await database.db.transaction((tx) => mergeIn(tx, { ...asking, offer, prepared, at: now() }));
		if (row === 'changed') continue;
		return isFailure(row) ? row : { row, fresh: true };
	}
	throw new Error(`Merging guest into ${learner} did not come to an end.`);
}

async function mergeIn(
	tx: Sql,
	{ who, session, from, offer, prepared, at }: Asking & { offer: OfferRow; prepared: Ready; at: Date },
): Promise<MergeRow | Failure | 'changed'> {
	const { learner } = who;
	const query = within(tx);
	const learners = inOrder(learner, offer.guestId);
	for (const one of learners) await lockLearner(tx, one);
	await lockAttempts(query, learners);
	const both = {
		guest: await selectKept(query, offer.guestId),
		account: await selectKept(query, learner),
	};
	if (!prepared.fits(both)) return 'changed';
	if (!(await deleteOffer(tx, learner, session))) return 'changed';
	// Two accounts may have been offered the same guest: the first has them.
	if (!(await insertMergedGuest(tx, offer.guestId, learner))) return fail('merge-unknown');
	const name = (await selectPerson(tx, learner)).displayName;
	const ownRooms = await selectOwnRooms(query, learner, both.guest.attempt);
	const changes = planMerge(both, { ...prepared.context, account: learner, name, ownRooms });
	await write(query, writingsOf(changes));
	const earned = await settleAll({ tx, query }, learner, prepared.courses.values());
	const row: MergeRow = {
		learnerId: learner,
		id: uuidv7(),
		guestId: offer.guestId,
		session,
		brought: broughtBy(both.guest, changes),
		at,
		until: new Date(at.getTime() + keptFor),
		undoneAt: null,
	};
	await insertMerge(tx, row);
	await insertChanges(query, { learner, merge: row.id }, [...changes, ...earned]);
	await recordMerge(tx, row, 'learning.merge', from, at);
	return row;
}

/** Held in one order by all, so that two never wait for each other. */
export function inOrder(a: string, b: string): [string, string] {
	return a < b ? [a, b] : [b, a];
}

/** For both: an act on the guest's record, and on the account's. */
export async function recordMerge(
	tx: Sql,
	{ learnerId, guestId, id }: MergeRow,
	action: 'learning.merge' | 'learning.unmerge',
	from: Provenance,
	at: Date,
): Promise<void> {
	for (const of of [learnerId, guestId])
		await insertAudit(tx, {
			learnerId: of,
			id: uuidv7(),
			actor: learnerId,
			action,
			subject: id,
			...from,
			at,
		});
}

function broughtBy(guest: Kept, changes: readonly Change[]): Brought {
	const inForce = changes.filter(
		({ table, gone }) => table === 'certificate' && gone?.['superseded_by'] === null,
	);
	return {
		lessons: guest.lesson_completion.length,
		quizzes: guest.attempt.length,
		certificates: inForce.length,
		kept: certificatesKept(guest, changes),
	};
}
