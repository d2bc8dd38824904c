import { pathTo } from '#schemas/address.ts';
import { ownFile } from '#schemas/paths.ts';
import { selectResults } from '../attempts/store.ts';
import { toldScores } from '../attempts/told-score.ts';
import type { Deps } from '../deps.ts';
import { parts, selectPart } from './store.ts';

/** All that is kept of a learner, by the names of `OwnData`; points as far as their quizzes tell them. */
export async function exportData(
	deps: Pick<Deps, 'catalog' | 'database'>,
	learner: string,
	now: Date,
): Promise<Record<string, unknown>> {
	const { db } = deps.database;
	const found: Record<string, unknown> = { madeAt: now.toISOString() };
	for (const [name, part] of Object.entries(parts)) found[name] = await selectPart(db, part, learner);
	const scores = await toldScores(deps, await selectResults(db, learner), now);
	const attempts = found.attempts as { id: string }[];
	const files = found.files as { id: string }[];
	found.files = files.map((file) => ({ ...file, address: pathTo(ownFile, file.id) }));
	found.attempts = attempts.map((one) => ({ ...one, score: scores.get(one.id) ?? null }));
	return found;
}
