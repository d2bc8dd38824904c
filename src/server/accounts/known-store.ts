import { and, eq, sql } from 'drizzle-orm';
import type { Grant } from '#domain/access.ts';
import type { CodeMade } from '#schemas/account.ts';
import type { Shared } from '../db/batch.ts';
import type { Sql } from '../db/connect.ts';
import { within } from '../db/query.ts';
import { login, person } from '../db/tables/index.ts';

const actorName = `(
	select actor.display_name from person actor
	where actor.learner_id = case when audit.actor ~ '^[0-9a-f-]{36}$' then audit.actor::uuid end)`;
/** The name of who did what an audit row tells; null for an operator, whose acts come from the command line. */
export const nameOfActor = sql<string | null>`${sql.raw(actorName)}`;

export const passwordLogin = and(eq(login.learnerId, person.id), eq(login.kind, 'password'));

type PersonRow = typeof person.$inferSelect;
/** What is known of a person with each request. */
export interface Known {
	person: Pick<PersonRow, 'id' | 'displayName' | 'locale' | 'targetGroup' | 'place' | 'preferences'>;
	/** Null: no log-in yet. */
	username: string | null;
	/** Whether they sign in by two steps. */
	hasSecondStep: boolean;
	/** All, those too that are over or have not begun: which are in force is a matter of the moment. */
	grants: Grant[];
	/** Who looks after them now. */
	carers: string[];
	/** Codes made for the account of which the owner has not said that they know. */
	codesMade: CodeMade[];
	/** Guests whose learning was brought into the account. */
	guests: string[];
}

/** Columns of a statement that hold what is known of the row `person` in it. */
const knownColumns = `
	json_build_object(
		'id', person.learner_id, 'displayName', person.display_name, 'locale', person.locale,
		'targetGroup', person.target_group, 'place', person.place, 'preferences', person.preferences) as person,
	(select shown from login where learner_id = person.learner_id and kind = 'password') as username,
	exists (
		select 1 from second_step where learner_id = person.learner_id and since is not null) as "hasSecondStep",
	(select coalesce(json_agg(json_build_object(
			'role', held.role, 'scope', held.scope, 'from', held.valid_from, 'until', held.valid_until)), '[]')
		from role_grant held where held.learner_id = person.learner_id) as grants,
	(select coalesce(json_agg(care.carer_id), '[]')
		from care where care.learner_id = person.learner_id and care.until is null) as carers,
	(select coalesce(json_agg(merged.guest_id), '[]')
		from merged_guest merged where merged.learner_id = person.learner_id) as guests,
	(select coalesce(json_agg(json_build_object('at', audit.at, 'by', ${actorName}) order by audit.at), '[]')
		from audit
		where audit.learner_id = person.learner_id and audit.action = 'recovery-code.make'
			and audit.at > coalesce(person.codes_seen_until, '-infinity')) as "codesMade"`;

const knownOf = `select ${knownColumns} from person where person.learner_id = $1::uuid`;

export async function selectKnown(db: Sql, learner: string): Promise<Known> {
	const [row] = await within(db)<Known>(knownOf, [learner]);
	if (!row) throw new Error('A session without a person.');
	return row;
}

/** A session, and whose it is, with all that is known of them. */
export interface KnownSession {
	learner: string;
	expiresAt: Date;
	shared: boolean;
	device: string | null;
	seenAt: Date;
	person: Omit<Known['person'], 'id'> & Omit<Known, 'person'>;
}
interface SessionRow extends Known {
	hash: string;
	expiresAt: string;
	shared: boolean;
	device: string | null;
	seenAt: string;
}

/** Rows are looked up one by one, so that the plan is the same however many sessions there are. */
const sessionsOf = `
	select
		s.id as hash, to_json(s.expires_at) as "expiresAt", s.shared, s.device,
		to_json(s.seen_at) as "seenAt", ${knownColumns}
	from jsonb_array_elements_text($1::text::jsonb) as w (hash)
	cross join lateral (select * from session where id = w.hash offset 0) s
	cross join lateral (select * from person where learner_id = s.learner_id offset 0) person`;

/** Sessions by their hashes; null where there is none. */
export const knownSessions: Shared<string, KnownSession | null> = {
	keyOf: (hash) => hash,
	async run(query, hashes) {
		const rows = await query<SessionRow>(sessionsOf, [JSON.stringify(hashes)]);
		const found = new Map(rows.map((row) => [row.hash, toKnownSession(row)]));
		return hashes.map((hash) => found.get(hash) ?? null);
	},
};

function toKnownSession({ person: { id, ...person }, expiresAt, shared, ...row }: SessionRow): KnownSession {
	const { username, hasSecondStep, grants, carers, codesMade, guests, device, seenAt } = row;
	return {
		learner: id,
		expiresAt: new Date(expiresAt),
		shared,
		device,
		seenAt: new Date(seenAt),
		person: { ...person, username, hasSecondStep, grants, carers, codesMade, guests },
	};
}
