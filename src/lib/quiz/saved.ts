import type { Attempt } from '#schemas/attempt.ts';

/** The revision of each answer that the server has, as JSON by question: from it a device knows what has arrived. */
export function savedRevisions({ answers }: Pick<Attempt, 'answers'>): string {
	return JSON.stringify(
		Object.fromEntries(Object.entries(answers).map(([question, { revision }]) => [question, revision])),
	);
}
