import { and, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm';
import { foldUsername, foldUsernameAsBefore, normaliseUsername } from '#domain/usernames.ts';
import type { Sql } from '../db/connect.ts';
import { login } from '../db/tables/index.ts';

/** Numbers the fold by which user names are compared now; rows say by which one theirs was made. */
const currentFold = 2;

/** A log-in under a user name as it was typed. Returns false when the name, or one like it, is taken. */
export async function insertLogin(
	db: Sql,
	{ username, ...row }: { username: string; learnerId: string; secret: string },
): Promise<boolean> {
	const names = { subject: foldUsername(username), shown: normaliseUsername(username), fold: currentFold };
	const rows = await db
		.insert(login)
		.values({ kind: 'password', ...names, ...row })
		.onConflictDoNothing()
		.returning({ subject: login.subject });
	return rows.length === 1;
}

/**
 * The log-in of a user name as it was typed, or null. A name that was spelt just so before the fold of now goes first:
 * of two accounts whose names are one by it, each is still found by its own spelling.
 */
export async function selectOptionalLogin(db: Sql, typed: string) {
	return firstOf(await db.select().from(login).where(isTyped(typed)), typed);
}

/** The same, with whether its learner is in an attempt whose time is running. */
export async function selectOptionalSignIn(db: Sql, typed: string, now: Date) {
	const isTimed = sql<boolean>`exists (
		select 1 from attempt a
		where a.learner_id = login.learner_id and a.submitted_at is null
			and a.deadline > ${now.toISOString()}::timestamptz)`;
	return firstOf(
		await db
			.select({ ...getTableColumns(login), isTimed })
			.from(login)
			.where(isTyped(typed)),
		typed,
	);
}

function isTyped(typed: string) {
	const spellings = [foldUsername(typed), foldUsernameAsBefore(typed)];
	return and(eq(login.kind, 'password'), inArray(login.subject, spellings));
}

function firstOf<R extends { subject: string }>(rows: R[], typed: string): R | null {
	const before = foldUsernameAsBefore(typed);
	return rows.find(({ subject }) => subject === before) ?? rows[0] ?? null;
}

/** Log-ins whose user name was folded by an older rule, the oldest first. */
export function selectLoginsOfOlderFold(db: Sql) {
	return db
		.select({ subject: login.subject, shown: login.shown })
		.from(login)
		.where(and(eq(login.kind, 'password'), lt(login.fold, currentFold)))
		.orderBy(login.createdAt, login.subject);
}

/** Folds a user name anew; false, and all is as it was, when another account has that fold. */
export async function updateSubject(db: Sql, subject: string, folded: string): Promise<boolean> {
	const isTaken = sql`exists (select 1 from login other where other.kind = 'password' and other.subject = ${folded})`;
	const rows = await db
		.update(login)
		.set({ subject: folded, fold: currentFold })
		.where(and(eq(login.kind, 'password'), eq(login.subject, subject), sql`not ${isTaken}`))
		.returning({ subject: login.subject });
	return rows.length === 1;
}

/** A user name stays folded as it is. */
export async function updateFold(db: Sql, subject: string) {
	await db
		.update(login)
		.set({ fold: currentFold })
		.where(and(eq(login.kind, 'password'), eq(login.subject, subject)));
}
