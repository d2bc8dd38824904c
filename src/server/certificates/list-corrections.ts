import { may, nobodyKnown } from '#domain/access.ts';
import type { OpenCorrection } from '#schemas/correction.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import {
	selectCertificatesOf,
	selectWaiting,
	selectWaitingInCare,
	type WaitingRow,
} from './correction-store.ts';
import { statusAt, upTo } from './describe.ts';
import { told } from './own-corrections.ts';
import type { CertificateRow } from './store.ts';

type Needed = Pick<Deps, 'catalog' | 'database' | 'now'>;
const most = 200;

/** Corrections that wait for whoever asks: of everybody, or of those whom they look after. Never their own. */
export async function listOpenCorrections(deps: Needed, who: Principal): Promise<OpenCorrection[]> {
	const { db } = deps.database;
	const at = deps.now();
	const mayOn = (learner: typeof nobodyKnown) =>
		may(who.grants, 'certificate.correct', { learner }, at.getTime());
	const rows: WaitingRow[] = [];
	if (mayOn(nobodyKnown)) rows.push(...(await selectWaiting(db, who.actor, most)));
	else
		for (const row of await selectWaitingInCare(db, who.actor, most))
			if (mayOn(await selectActedOn(db, row.correction.learnerId, who.actor, at))) rows.push(row);
	const all = await selectCertificatesOf(db, [
		...new Set(rows.map(({ correction }) => correction.learnerId)),
	]);
	return rows.map((row) => describeOpen(row, all, statusAt(row.certificate, at, deps.catalog.timeZone)));
}

function describeOpen(
	{ correction, certificate, username }: WaitingRow,
	all: readonly CertificateRow[],
	status: ReturnType<typeof statusAt>,
): OpenCorrection {
	const { record } = certificate;
	const chain = upTo(certificate, all);
	return {
		...told(correction, certificate),
		username,
		course: record.course,
		courseTitle: record.courseTitle,
		firstHolder: chain[0]!.record.holder,
		times: chain.length - 1,
		inForce: status === 'valid',
	};
}
