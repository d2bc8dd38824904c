import type { AttemptFact, Completion, Facts } from '../facts.ts';
import type { Allowing, Both } from './facts.ts';
import type { QuizPolicy } from '../quiz-policy.ts';
import { listIn, text, timeIn, type Row } from './tables.ts';

/**
 * The guest's attempts that the quiz would not have allowed, had the account made them too: both histories as one, by
 * when each attempt began. The account's own were allowed when they began and stay so.
 */
export function beyondLimit({ guest, account }: Both, mayStart: Allowing): ReadonlySet<Row> {
	const isGuests = new Set(guest.attempt);
	const all = [...account.attempt, ...guest.attempt].sort(
		(a, b) => timeIn(a, 'started_at') - timeIn(b, 'started_at'),
	);
	const grants = [...account.attempt_grant, ...guest.attempt_grant].map((row) => ({
		courseId: text(row, 'course_id'),
		quizId: text(row, 'quiz_id'),
		at: new Date(text(row, 'at')),
		attempts: Number(row['attempts'] ?? 1),
		minutes: Number(row['minutes'] ?? 0),
		closes: dateIn(row, 'closes'),
	}));
	const facts = all.map(factOf);
	const completions = completionsOf(account);
	const found = new Set<Row>();
	for (const [n, attempt] of all.entries()) {
		if (!isGuests.has(attempt)) continue;
		const course = text(attempt, 'course_id');
		const at = new Date(text(attempt, 'started_at'));
		const known: Facts = {
			lessons: [],
			checks: [],
			attempts: facts.slice(0, n).filter(isOf(course)),
			grants: grants.filter(isOf(course)).filter((grant) => grant.at <= at),
		};
		const before = completions.filter(isOf(course)).filter(({ completedAt }) => completedAt <= at);
		if (!mayStart({ course, quiz: text(attempt, 'quiz_id') }, { facts: known, completions: before }, at))
			found.add(attempt);
	}
	return found;
}

const isOf =
	(course: string) =>
	({ courseId }: { courseId: string }) =>
		courseId === course;

const dateIn = (row: Row, column: string) => (row[column] == null ? null : new Date(text(row, column)));
const numberIn = (row: Row, column: string) => row[column] as number | null;

function factOf(row: Row): AttemptFact {
	const policy = row['policy'] as Pick<QuizPolicy, 'retryHours' | 'waitMinutes'>;
	return {
		courseId: text(row, 'course_id'),
		quizId: text(row, 'quiz_id'),
		id: text(row, 'id'),
		questions: listIn(row, 'questions'),
		startedAt: new Date(text(row, 'started_at')),
		deadline: dateIn(row, 'deadline'),
		submittedAt: dateIn(row, 'submitted_at'),
		score: numberIn(row, 'score'),
		maxScore: numberIn(row, 'max_score'),
		passed: row['passed'] as boolean | null,
		uncounted: row['uncounted'] as AttemptFact['uncounted'],
		waiting: Number(row['waiting'] ?? 0),
		retryHours: policy.retryHours,
		waitMinutes: policy.waitMinutes ?? null,
		supervised: row['supervised'] === true,
	};
}

/** Latest cycle first. */
function completionsOf({ course_completion, certificate }: Both['account']): Completion[] {
	const cycleOf = (row: Row) => `${text(row, 'course_id')} ${String(row['cycle'])}`;
	const issued = new Map(
		certificate.filter((row) => row['superseded_by'] === null).map((row) => [cycleOf(row), row]),
	);
	return course_completion
		.map((row): Completion => {
			const certified = issued.get(cycleOf(row));
			return {
				courseId: text(row, 'course_id'),
				cycle: Number(row['cycle']),
				version: text(row, 'version'),
				completedAt: new Date(text(row, 'completed_at')),
				serial: certified ? text(certified, 'serial') : null,
				validUntil: certified ? dateIn(certified, 'valid_until') : null,
				revokedAt: certified ? dateIn(certified, 'revoked_at') : null,
			};
		})
		.sort((a, b) => b.cycle - a.cycle);
}
