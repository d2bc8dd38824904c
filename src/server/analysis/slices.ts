import { fewPeople } from '#domain/analysis/analyse.ts';
import type { SliceFigures } from '#schemas/analysis.ts';
import { sliceNames, type SliceName } from '#schemas/names.ts';
import type { AttemptCount } from './count-store.ts';

const valueOf: Record<SliceName, (attempt: AttemptCount) => string | null> = {
	locale: ({ locale }) => locale,
	group: ({ group }) => group,
	assisted: ({ assisted }) => String(assisted),
	channel: ({ channel }) => channel,
	form: ({ form }) => form,
};

/** The parts of these attempts by each thing that parts them. */
export function slicesOf(attempts: readonly AttemptCount[]): SliceFigures[] {
	const hasForms = attempts.some(({ form }) => form !== null);
	const names = sliceNames.filter((by) => by !== 'form' || hasForms);
	return names.flatMap((by) => {
		const parts = new Map<string | null, AttemptCount[]>();
		for (const attempt of attempts) {
			const value = valueOf[by](attempt);
			parts.set(value, [...(parts.get(value) ?? []), attempt]);
		}
		return [...parts]
			.map(([value, part]) => figuresOf(by, value, part))
			.sort((a, b) => b.attempts - a.attempts);
	});
}

function figuresOf(by: SliceName, value: string | null, part: readonly AttemptCount[]): SliceFigures {
	const firsts = part.filter(({ isFirst }) => isFirst);
	const people = sum(firsts, () => 1);
	const most = sum(firsts, ({ maxScore }) => maxScore);
	const mean = most === 0 ? null : sum(firsts, ({ total }) => total) / most;
	return {
		by,
		value,
		attempts: sum(part, () => 1),
		people,
		mean,
		standardDeviation: deviationOf(firsts),
		passRate: rateOf(firsts),
		few: people < fewPeople,
	};
}

/** Standard deviation (n - 1) of the shares of the points; null: of fewer than two there is none. */
function deviationOf(attempts: readonly AttemptCount[]): number | null {
	const scored = attempts.filter(({ maxScore }) => maxScore > 0);
	const n = sum(scored, () => 1);
	if (n < 2) return null;
	const mean = sum(scored, ({ total, maxScore }) => total / maxScore) / n;
	const squares = sum(scored, ({ total, maxScore }) => (total / maxScore - mean) ** 2);
	return Math.sqrt(squares / (n - 1));
}

/** Share that passed; null: there are none. */
export function rateOf(attempts: readonly AttemptCount[]): number | null {
	const all = sum(attempts, () => 1);
	return all === 0 ? null : sum(attempts, ({ passed }) => (passed ? 1 : 0)) / all;
}

function sum(attempts: readonly AttemptCount[], of: (attempt: AttemptCount) => number): number {
	return attempts.reduce((all, attempt) => all + of(attempt) * attempt.count, 0);
}
