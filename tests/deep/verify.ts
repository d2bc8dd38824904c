/** Looks through the API whether everything that was acknowledged to a learner is there, and there once. */
import type { Attempt, AttemptSummary, SavedAnswer, Submission } from '#schemas/attempt.ts';
import { callSurely, type Method } from './call.ts';
import type { AttemptLog, Ledger, SentCheck, SentEvent } from './ledger.ts';

export interface Found {
	lost: string[];
	doubled: string[];
}
type Ask = (method: Method, url: string, body?: unknown) => ReturnType<typeof callSurely>;

/** All of it, or only what has changed since the last look. */
export async function verify(origin: string, ledger: Ledger, { all }: { all: boolean }): Promise<Found> {
	const ask: Ask = (method, url, body) => callSurely(origin, method, url, body, ledger.cookie);
	const since = all ? { attempts: 0, events: 0, checks: 0 } : ledger.verified;
	const found: Found = { lost: [], doubled: [] };
	const { status, body } = await ask('GET', '/api/me');
	if (status !== 200 || body.id !== ledger.learner) return { ...found, lost: [`guest ${ledger.learner}`] };

	for (const attempt of ledger.attempts.slice(since.attempts))
		found.lost.push(...(await lostOf(ask, attempt)));
	found.lost.push(...(await lostEvents(ask, ledger.events.slice(since.events))));
	found.lost.push(...(await lostChecks(ask, ledger.checks.slice(since.checks))));
	if (all) found.doubled.push(...(await doubledAttempts(ask, ledger)));
	// The last attempt may still change.
	const attempts = Math.max(0, ledger.attempts.length - 1);
	ledger.verified = { attempts, events: ledger.events.length, checks: ledger.checks.length };
	return found;
}

async function lostOf(ask: Ask, log: AttemptLog): Promise<string[]> {
	const { status, body } = await ask('GET', `/api/attempts/${log.id}`);
	if (status !== 200) return [`attempt ${log.id}: ${status}`];
	const attempt = body as Attempt;
	const lost = [...log.acknowledged]
		.filter(([question, revision]) => !stands(log, question, revision, attempt.answers[question]))
		.map(([question, revision]) => `answer ${revision} to ${question} of attempt ${log.id}`);
	if (!log.submission) return lost;
	if (!isSame(attempt.submission, log.submission)) lost.push(`submission of ${log.id}, shown otherwise`);
	const again = await ask('POST', `/api/attempts/${log.id}/submission`, {});
	if (!isSame(again.body, log.submission)) lost.push(`submission of ${log.id}, repeated otherwise`);
	return lost;
}

/** The answer of the highest acknowledged revision, or one that was sent later. */
function stands(
	log: AttemptLog,
	question: string,
	acknowledged: number,
	found: SavedAnswer | undefined,
): boolean {
	if (!found || found.revision < acknowledged) return false;
	const given = JSON.stringify(found.answer);
	const isFinal = log.final !== null && given === JSON.stringify(log.final[question]);
	if (log.submission && log.final) return isFinal;
	return isFinal || given === JSON.stringify(log.sent.get(question)?.get(found.revision));
}

function isSame(found: Submission | null, acknowledged: Submission): boolean {
	return JSON.stringify(lasting(found)) === JSON.stringify(lasting(acknowledged));
}

/** How much of the verdicts is shown may change with later attempts; points and dates may not. */
function lasting(submission: Submission | null) {
	if (!submission?.verdicts) return null;
	const { score, maxScore, passed, submittedAt, verdicts } = submission;
	const points = Object.entries(verdicts).map(([id, one]) => [id, one.score, one.maxScore, one.correct]);
	return { score, maxScore, passed, submittedAt, points: points.sort() };
}

/** An event that is there is a duplicate when it is sent again. */
async function lostEvents(ask: Ask, events: SentEvent[]): Promise<string[]> {
	const lost: string[] = [];
	for (let at = 0; at < events.length; at += 200) {
		const batch = events.slice(at, at + 200);
		const { body } = await ask('POST', '/api/events', { events: batch });
		const there = new Set<string>(body.duplicate);
		lost.push(...batch.filter(({ id }) => !there.has(id)).map(({ id }) => `event ${id}`));
	}
	return lost;
}

/** A check that is there keeps its id: another answer under it is refused. */
async function lostChecks(ask: Ask, checks: SentCheck[]): Promise<string[]> {
	const lost: string[] = [];
	for (const check of checks) {
		const other = check.answer === 'dai' ? 'ngan' : 'dai';
		const { status } = await ask('POST', '/api/checks', { ...check, answer: other });
		if (status !== 409) lost.push(`check ${check.clientId}: ${status}`);
	}
	return lost;
}

async function doubledAttempts(ask: Ask, ledger: Ledger): Promise<string[]> {
	const { attempts } = (await ask('GET', '/api/attempts')).body as { attempts: AttemptSummary[] };
	const known = new Set(ledger.attempts.map(({ id }) => id));
	return attempts.filter(({ id }) => !known.delete(id)).map(({ id }) => `attempt ${id} of ${ledger.learner}`);
}
