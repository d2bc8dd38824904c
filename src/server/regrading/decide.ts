import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '#schemas/common.ts';
import type { Regrade, RegradeDecision } from '#schemas/regrade.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { revokeInForce } from '../certificates/revoke.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { deleteCompletion } from '../learning/store.ts';
import { regradeFor } from './ask.ts';
import { describeRegrade } from './describe.ts';
import { selectOptionalUndecided, updateDecision } from './decision-store.ts';
import type { Needed } from './work.ts';

/**
 * Whether a completion stays whose pass is gone. Taken back: its certificate, for everyone to see, or where none was
 * made, the completion itself. Audited, with the reason.
 */
export async function decideRegrade(
	deps: Needed,
	who: Principal,
	asked: { id: string; request: RegradeDecision; locale: Locale },
): Promise<Regrade | Failure> {
	const found = await regradeFor(deps, who, asked.id);
	if (isFailure(found)) return found;
	const { attempt, outcome, reason } = asked.request;
	if (outcome === 'withdrawn' && reason === undefined) return fail('reason-missing', { path: '/reason' });
	const at = deps.now();
	const { actor } = who;
	const done = await deps.database.db.transaction(async (tx) => {
		const listed = await selectOptionalUndecided(tx, found.id, attempt.toLowerCase());
		if (!listed) return fail('decision-made');
		const { learnerId, cycle } = listed;
		await lockLearner(tx, learnerId);
		if (!(await updateDecision(tx, listed, { decision: outcome, decidedBy: actor, decidedAt: at })))
			return fail('decision-made');
		const of = { learnerId, courseId: found.courseId, cycle: cycle! };
		const why = reason?.normalize('NFC').trim() ?? null;
		if (outcome === 'withdrawn' && !(await revokeInForce(tx, of, at, why!))) await deleteCompletion(tx, of);
		const action = outcome === 'kept' ? 'completion.keep' : 'completion.withdraw';
		const subject = `${found.courseId}/${found.questionId}`;
		await insertAudit(tx, { learnerId, id: uuidv7(), actor, action, subject, reason: why, at });
		return null;
	});
	return isFailure(done) ? done : describeRegrade(deps, found, asked.locale);
}
