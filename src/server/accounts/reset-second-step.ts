import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../db/connect.ts';
import { fail } from '../failure.ts';
import { deleteSecondStep } from './second-step-store.ts';
import { deleteOtherSessions } from './session-store.ts';
import { commandLine, insertAudit, lockLearner } from './store.ts';
import { selectOptionalLogin } from './username-store.ts';

/**
 * An operator takes the second step away from somebody whose phone and backup codes are lost, and whom they know. No code
 * that is made on the site does that. All sessions end, that on the lost phone too. Audited.
 */
export async function resetSecondStep(db: Db, username: string, at: Date) {
	const found = await selectOptionalLogin(db, username);
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		if (!(await deleteSecondStep(tx, learnerId))) return fail('second-step-unknown');
		await deleteOtherSessions(tx, learnerId, '');
		const row = { learnerId, id: uuidv7(), actor: commandLine, action: 'second-step.reset', at };
		await insertAudit(tx, row);
		return { learner: learnerId, username: found.shown };
	});
}
