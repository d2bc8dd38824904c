/** Whether what a certificate rests on was done while somebody saw to it. */
import type { Manifest } from '#schemas/catalog.ts';
import type { AnyCertificateRecord, CertificateRecord, Supervision } from '#schemas/certificate.ts';
import { endOf } from './cycles.ts';
import { isPass, type AttemptFact, type Completion, type Facts } from './facts.ts';
import { currentId } from './renames.ts';

interface Learning {
	facts: Pick<Facts, 'attempts'>;
	completions: readonly Completion[];
}

/** Quizzes that a course requires and that were not passed in a supervised room in a cycle, by the names they have now. */
export function unsupervisedQuizzes(
	manifest: Manifest,
	{ facts, completions }: Learning,
	{ cycle, timeZone }: { cycle: number; timeZone: string },
): string[] {
	const before = completions.find((one) => one.cycle === cycle - 1);
	const from = before ? endOf(manifest, before, timeZone) : null;
	const isSeen = (attempt: AttemptFact) =>
		isPass(attempt) && attempt.supervised === true && (from === null || attempt.startedAt > from);
	const nameNow = (id: string) => currentId(id, manifest.formerly, manifest.quizzes);
	const seen = new Set(facts.attempts.filter(isSeen).map(({ quizId }) => nameNow(quizId)));
	const required = manifest.requires.quizzes.map(nameNow).filter((id) => id !== null);
	return [...new Set(required)].filter((id) => !seen.has(id));
}

/** How a certificate says that its quizzes were taken; null: it says nothing of it. */
export function testedHow(record: AnyCertificateRecord): Supervision | 'helper' | null {
	const { supervision, assurance } = record as Partial<CertificateRecord>;
	if (supervision === undefined) return null;
	return supervision === 'none' && assurance?.by === 'helper' ? 'helper' : supervision;
}

/** What a certificate says of how its quizzes were taken; undefined: it rests on none. */
export function supervisionOf(manifest: Manifest, unsupervised: readonly string[]): Supervision | undefined {
	if (manifest.requires.quizzes.length === 0) return undefined;
	return unsupervised.length === 0 ? 'room' : 'none';
}
