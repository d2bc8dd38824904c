import type { Query } from '../db/query.ts';

const leftGuests = `
	select p.learner_id as learner from person p
	where p.created_at < $1::timestamptz
		and not exists (select 1 from login where learner_id = p.learner_id)
		and not exists (select 1 from certificate where learner_id = p.learner_id)
		and not exists (
			select 1 from session where learner_id = p.learner_id and (seen_at >= $1::timestamptz or expires_at > $2::timestamptz)
		)
		and not exists (
			select 1 from merge where guest_id = p.learner_id
				and (until > $2::timestamptz or undone_at >= $1::timestamptz)
		)
		and not exists (select 1 from learning_event where learner_id = p.learner_id and at >= $1::timestamptz)
		and not exists (select 1 from check_response where learner_id = p.learner_id and at >= $1::timestamptz)
		and not exists (select 1 from attempt where learner_id = p.learner_id and started_at >= $1::timestamptz)
		and not exists (select 1 from response where learner_id = p.learner_id and saved_at >= $1::timestamptz)
	limit 200`;

/**
 * Guests who did nothing since a time, whose session is over, and who hold no certificate. Those who have erased
 * themselves or were swept have no person any more.
 */
export async function selectLeftGuests(query: Query, since: Date, now: Date): Promise<string[]> {
	const rows = await query<{ learner: string }>(leftGuests, [since.toISOString(), now.toISOString()]);
	return rows.map(({ learner }) => learner);
}
