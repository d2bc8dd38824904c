import type { Query } from '../db/query.ts';

interface Offer {
	/** To whom, and to which session of theirs (its hash). */
	learner: string;
	session: string;
	guest: string;
	shared: boolean;
	until: Date;
}

/** Lessons that were only opened are nothing to bring along. */
const insert = `
	insert into merge_offer (learner_id, session, guest_id, shared, until)
	select $1::uuid, $2, g.id, $4::boolean, $5::timestamptz from (select $3::uuid as id) g
	where exists (select 1 from lesson_completion where learner_id = g.id)
		or exists (select 1 from attempt where learner_id = g.id)
		or exists (select 1 from check_response where learner_id = g.id)
		or exists (select 1 from certificate where learner_id = g.id)
		or exists (select 1 from learning_event where learner_id = g.id and type <> 'lesson.opened')
	on conflict do nothing
	returning 1 as made`;

/** False where the guest has learned nothing. */
export async function insertOffer(query: Query, offer: Offer): Promise<boolean> {
	const { learner, session, guest, shared, until } = offer;
	const rows = await query(insert, [learner, session, guest, String(shared), until.toISOString()]);
	return rows.length === 1;
}
