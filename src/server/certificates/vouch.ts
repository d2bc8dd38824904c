import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may, nobodyKnown } from '#domain/access.ts';
import type { Voucher, VoucherRequest } from '#schemas/certificate.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import { insertAudit, lockLearner, selectPerson } from '../accounts/store.ts';
import { selectOptionalLogin } from '../accounts/username-store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { insertVoucher, selectOptionalVoucher } from './evidence-store.ts';

const day = 24 * 3_600_000;

/**
 * Keeps that somebody who looks after a learner vouches that they have learned a course themselves; nobody does so for
 * themselves. Said again within a day, it is the same. Audited.
 */
export async function vouchFor(
	{ catalog, database: { db }, now }: Pick<Deps, 'catalog' | 'database' | 'now'>,
	{ actor, grants }: Principal,
	{ username, course }: Static<typeof VoucherRequest>,
): Promise<{ voucher: Static<typeof Voucher>; fresh: boolean } | Failure> {
	const at = now();
	const found = await selectOptionalLogin(db, username);
	const acted = found ? await selectActedOn(db, found.learnerId, actor, at) : nobodyKnown;
	const mayVouch = may(grants, 'learning.vouch', { learner: acted }, at.getTime());
	if (!mayVouch || found?.learnerId === actor) return fail('not-in-care');
	if (!found) return fail('username-unknown', { path: '/username' });
	const version = await catalog.lastVersion(course);
	if (!version) return fail('course-unknown');
	if (!version.manifest.certificate) return fail('no-certificate');
	const { learnerId, shown } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const { displayName: holder } = await selectPerson(tx, learnerId);
		const of = { learnerId, courseId: course, givenBy: actor };
		const known = await selectOptionalVoucher(tx, of, new Date(at.getTime() - day));
		const isThere = known?.holder === holder;
		const voucher = { username: shown, course, at: (isThere ? known.at : at).toISOString() };
		// For another name it is another voucher.
		if (isThere) return { voucher, fresh: false };
		await insertVoucher(tx, { ...of, id: uuidv7(), holder, at });
		await insertAudit(tx, { learnerId, id: uuidv7(), actor, action: 'learning.vouch', subject: course, at });
		return { voucher, fresh: true };
	});
}
