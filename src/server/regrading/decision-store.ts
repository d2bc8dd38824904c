import { and, eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { regradeChange } from '../db/tables/index.ts';
import type { ChangeRow } from './store.ts';

/** The change of an attempt that waits for a decision; null: none does. */
export async function selectOptionalUndecided(
	db: Sql,
	regradeId: string,
	attemptId: string,
): Promise<ChangeRow | null> {
	const [row] = await db
		.select()
		.from(regradeChange)
		.where(
			and(
				eq(regradeChange.regradeId, regradeId),
				eq(regradeChange.attemptId, attemptId),
				eq(regradeChange.decision, 'open'),
			),
		);
	return row ?? null;
}

/** False where somebody has decided meanwhile. */
export async function updateDecision(
	tx: Sql,
	{ learnerId, attemptId, regradeId }: ChangeRow,
	made: Pick<ChangeRow, 'decision' | 'decidedBy' | 'decidedAt'>,
): Promise<boolean> {
	const rows = await tx
		.update(regradeChange)
		.set(made)
		.where(
			and(
				eq(regradeChange.learnerId, learnerId),
				eq(regradeChange.attemptId, attemptId),
				eq(regradeChange.regradeId, regradeId),
				eq(regradeChange.decision, 'open'),
			),
		)
		.returning({ id: regradeChange.attemptId });
	return rows.length === 1;
}
