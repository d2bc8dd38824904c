import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { RescueEntry, type RescuePayload, type RescueReceipt } from '#schemas/rescue.ts';
import { selectKnown } from '../accounts/known-store.ts';
import type { Principal } from '../app-types.ts';
import { checkAnswer } from '../attempts/check.ts';
import type { WorkDeps } from '../attempts/deps.ts';
import { selectOptionalResponse } from '../attempts/response-store.ts';
import { saveAnswer } from '../attempts/save.ts';
import { submitAttempt } from '../attempts/submit.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { validatorOf } from '../plugins/validation.ts';
import { isWhole } from '../plugins/well-formed.ts';
import { recordEvents, type EventDeps } from '../progress/events.ts';
import { selectOptionalOwner } from './store.ts';

type Outcome = RescueReceipt['entries'][number];
export type RescueDeps = WorkDeps & EventDeps;

const isEntry = validatorOf(RescueEntry);

/** Takes each entry as if its learner had sent it now, what hands in an attempt after all that was answered in it. */
export async function replay(
	deps: RescueDeps,
	{ learner, entries }: RescuePayload,
	locale: Locale,
): Promise<RescueReceipt | Failure> {
	const { db } = deps.database;
	const owner = await selectOptionalOwner(db, learner.toLowerCase());
	if (!owner) return fail('rescue-unknown');
	const { person, ...more } = await selectKnown(db, owner);
	// Learning needs no role.
	const roles = { grants: [], withheld: [] };
	const who: Principal = { ...person, ...more, ...roles, actor: owner, learner: owner, shared: false };
	const outcomes = new Map<unknown, Outcome>();
	const isLast = (entry: unknown) => (entry as Partial<RescueEntry> | null)?.kind === 'hand-in';
	for (const entry of [...entries.filter((one) => !isLast(one)), ...entries.filter(isLast)])
		outcomes.set(entry, await take(deps, who, entry, locale));
	const told = entries.map((entry) => outcomes.get(entry) as Outcome);
	const saved = told.filter(({ reason }) => reason === null).length;
	return { saved, refused: told.length - saved, entries: told };
}

async function take(deps: RescueDeps, who: Principal, given: unknown, locale: Locale): Promise<Outcome> {
	const { api } = messagesFor(locale);
	// It stood within a text, which the request is not looked through for.
	if (!isWhole(given) || !isEntry(given)) return { title: '', reason: api.fields.format };
	const entry = given as RescueEntry;
	const came = await send(deps, who, entry, locale);
	if (typeof came === 'string') return { title: entry.title, reason: came };
	if (!isFailure(came)) return { title: entry.title, reason: null };
	return { title: entry.title, reason: api.failures[came.failure].detail(came.values ?? {}) };
}

/** Null: it is saved; a sentence or a failure: why not. */
async function send(
	deps: RescueDeps,
	who: Principal,
	entry: RescueEntry,
	locale: Locale,
): Promise<Failure | string | null> {
	const now = deps.now();
	if (entry.kind === 'event') {
		const { rejected } = await recordEvents(deps, who, [entry.body], locale);
		return rejected[0]?.reason ?? null;
	}
	if (entry.kind === 'check') {
		const came = await checkAnswer(deps, who, { request: entry.body, locale }, now);
		return isFailure(came) ? came : null;
	}
	const id = entry.attempt.toLowerCase();
	if (entry.kind === 'hand-in') {
		const came = await submitAttempt(deps, who, { id, request: {}, locale }, now);
		return isFailure(came) ? came : null;
	}
	const { question, body } = entry;
	const came = await saveAnswer(deps, who, { id, question, request: body, locale }, now);
	if (!isFailure(came)) return null;
	// It may have arrived by another way before the attempt was closed.
	const kept = await selectOptionalResponse(deps.database.query, { learnerId: who.learner, id }, question);
	return kept?.revision === body.revision ? null : came;
}
