import { and, desc, eq, gt } from 'drizzle-orm';
import { isSmallChange } from '#domain/corrections.ts';
import type { Evidence } from '#domain/assurance.ts';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { voucher } from '../db/tables/index.ts';

interface EvidenceRow {
	hasAccount: boolean;
	since: string;
	name: string | null;
	/** As what those who vouch knew the learner. */
	vouchedAs: (string | null)[] | null;
	acts: string[] | null;
}

/**
 * What is known of a learner and a course. A voucher counts for one certificate: not when it is older than the one
 * before, and not for another name than that by which the learner was known then.
 */
const evidenceOf = `
	select
		exists (select 1 from login where learner_id = p.learner_id) as "hasAccount",
		to_json(p.created_at) as since,
		p.display_name as name,
		(
			select json_agg(v.holder) from voucher v where v.learner_id = p.learner_id and v.course_id = $2 and v.at > coalesce((
				select min(issued_at) from certificate where learner_id = p.learner_id and course_id = $2
				group by cycle order by cycle desc limit 1
			), '-infinity')
		) as "vouchedAs",
		(select json_agg(act.at) from (
			select least(coalesce(device_time, at), at) as at from learning_event
				where learner_id = p.learner_id and course_id = $2
			union all select at from check_response where learner_id = p.learner_id and course_id = $2
			union all select started_at from attempt where learner_id = p.learner_id and course_id = $2
			union all select submitted_at from attempt
				where learner_id = p.learner_id and course_id = $2 and submitted_at is not null
			union all select r.first_saved_at from response r join attempt a
				on a.learner_id = r.learner_id and a.id = r.attempt_id
				where r.learner_id = p.learner_id and a.course_id = $2
		) act) as acts
	from person p where p.learner_id = $1::uuid`;

export async function selectEvidence(query: Query, learner: string, course: string): Promise<Evidence> {
	const [row] = await query<EvidenceRow>(evidenceOf, [learner, course]);
	if (!row) throw new Error('A learner without a person.');
	const { hasAccount, since, name, vouchedAs, acts } = row;
	const isSame = (holder: string | null) => holder === null || isSmallChange(holder, name ?? '');
	const vouched = (vouchedAs ?? []).some(isSame);
	return { hasAccount, vouched, since: Date.parse(since), acts: (acts ?? []).map((at) => Date.parse(at)) };
}

/** A voucher of the same giver since a time. */
export async function selectOptionalVoucher(
	db: Sql,
	{ learnerId, courseId, givenBy }: Pick<typeof voucher.$inferSelect, 'learnerId' | 'courseId' | 'givenBy'>,
	since: Date,
) {
	const [row] = await db
		.select()
		.from(voucher)
		.where(
			and(
				eq(voucher.learnerId, learnerId),
				eq(voucher.courseId, courseId),
				eq(voucher.givenBy, givenBy),
				gt(voucher.at, since),
			),
		)
		.orderBy(desc(voucher.at))
		.limit(1);
	return row ?? null;
}

export async function insertVoucher(tx: Sql, row: typeof voucher.$inferInsert): Promise<void> {
	await tx.insert(voucher).values(row);
}
