import { and, eq, sql } from 'drizzle-orm';
import type { Grant } from '#domain/access.ts';
import type { CodeMade } from '#schemas/account.ts';
import type { Sql } from '../db/connect.ts';
import { audit, login, person } from '../db/tables/index.ts';

/** JSON comes as text: the two databases' drivers read it differently. */
const json = <T>(query: ReturnType<typeof sql>) => sql<T>`${query}`.mapWith(JSON.parse);

/** All grants of the person, those too that are over or have not begun: which are in force is a matter of the moment. */
const grants = json<Grant[]>(sql`(
	select coalesce(jsonb_agg(jsonb_build_object(
		'role', held.role, 'scope', held.scope, 'from', held.valid_from, 'until', held.valid_until)), '[]')::text
	from role_grant held where held.learner_id = ${person.id})`);

/** The name of who did what an audit row tells; null for an operator, whose acts come from the command line. */
export const nameOfActor = sql<string | null>`(
	select actor.display_name from person actor
	where actor.learner_id = case when ${audit.actor} ~ '^[0-9a-f-]{36}$' then ${audit.actor}::uuid end)`;

/** Codes made for the account of which the owner has not said that they know. */
const codesMade = json<CodeMade[]>(sql`(
	select coalesce(jsonb_agg(jsonb_build_object('at', ${audit.at}, 'by', ${nameOfActor}) order by ${audit.at}), '[]')::text
	from ${audit}
	where ${audit.learnerId} = ${person.id} and ${audit.action} = 'recovery-code.make'
		and ${audit.at} > coalesce(${person.codesSeenUntil}, '-infinity'))`);

/** What is known of a person with each request; a session's statement reads the same (`plugins/sessions.ts`). */
export const known = { person, username: login.shown, grants, codesMade };
export const passwordLogin = and(eq(login.learnerId, person.id), eq(login.kind, 'password'));

export async function selectKnown(db: Sql, learner: string) {
	const [row] = await db
		.select(known)
		.from(person)
		.leftJoin(login, passwordLogin)
		.where(eq(person.id, learner));
	if (!row) throw new Error('A session without a person.');
	return row;
}
export type Known = Awaited<ReturnType<typeof selectKnown>>;
