import { and, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import { eventKinds, type EventKind } from '#schemas/security.ts';
import type { Sql } from '../db/connect.ts';
import { audit, login, person } from '../db/tables/index.ts';
import { nameOfActor } from './known-store.ts';

/** Whose sign-in it was where nobody has the name that was typed. */
export const nobodyId = '00000000-0000-0000-0000-000000000000';

const columns = {
	id: audit.id,
	learnerId: audit.learnerId,
	kind: audit.action,
	at: audit.at,
	actor: audit.actor,
	byName: nameOfActor,
	device: audit.device,
	network: audit.network,
	subject: audit.subject,
};
const known = inArray(audit.action, [...eventKinds]);
const newestFirst = [desc(audit.at), desc(audit.id)];

/** What concerned one account. */
export async function selectOwnEvents(db: Sql, learner: string, most: number) {
	return db
		.select(columns)
		.from(audit)
		.where(and(eq(audit.learnerId, learner), known))
		.orderBy(...newestFirst)
		.limit(most);
}
export type EventRow = Awaited<ReturnType<typeof selectOwnEvents>>[number];

/** What concerned anybody's account, of one kind or all, before an entry. */
export async function selectEvents(
	db: Sql,
	{ kind, before }: { kind?: EventKind | undefined; before: { at: Date; id: string } | null },
	most: number,
) {
	const earlier =
		before && or(lt(audit.at, before.at), and(eq(audit.at, before.at), lt(audit.id, before.id)));
	return db
		.select({ ...columns, username: login.shown, displayName: person.displayName })
		.from(audit)
		.leftJoin(person, eq(person.id, audit.learnerId))
		.leftJoin(login, and(eq(login.learnerId, audit.learnerId), eq(login.kind, 'password')))
		.where(and(kind ? eq(audit.action, kind) : known, earlier ?? undefined))
		.orderBy(...newestFirst)
		.limit(most);
}

/** Forgets from where people came, once it is older than that. */
export async function forgetProvenance(db: Sql, before: Date): Promise<void> {
	await db
		.update(audit)
		.set({ network: null, device: null })
		.where(and(lt(audit.at, before), or(isNotNull(audit.network), isNotNull(audit.device))));
}

/** Deletes entries of these kinds that are older than that. */
export async function deleteEvents(db: Sql, kinds: readonly EventKind[], before: Date): Promise<void> {
	await db.delete(audit).where(and(lt(audit.at, before), inArray(audit.action, [...kinds])));
}
