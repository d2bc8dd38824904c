import type { Static } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { judgeCorrection } from '#domain/corrections.ts';
import { withoutInvisible } from '#domain/fold.ts';
import { normaliseName } from '#domain/text.ts';
import { messagesFor } from '#messages/index.ts';
import type { CorrectionRequest } from '#schemas/certificate.ts';
import type { Locale } from '#schemas/common.ts';
import type { WhyAsked } from '#schemas/correction.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import type { Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import {
	insertCorrection,
	selectOptionalCorrectionByClient,
	selectOptionalOpen,
	type CorrectionRow,
} from './correction-store.ts';
import { statusAt, upTo } from './describe.ts';
import { unprintable } from './fonts.ts';
import { nameUnprintable, type Issued } from './request.ts';
import { selectChain, selectOptionalByClient, selectOptionalOwn, type CertificateRow } from './store.ts';
import { supersede } from './supersede.ts';

/** A correction that is not made yet. */
export interface Asked {
	asked: CorrectionRow;
	/** What it is about. */
	of: CertificateRow;
}
type Wish = Static<typeof CorrectionRequest>;

/**
 * Corrects the name on a certificate at once, where it is small and the holder has not done so twice already
 * (`domain/corrections.ts`); keeps the wish for somebody to look at where it is not. While one waits nothing is changed.
 */
export async function correctCertificate(
	{ catalog: { timeZone }, database: { db }, now }: Deps,
	who: Principal,
	serial: string,
	wish: Wish,
	locale: Locale,
): Promise<Issued | Asked | Failure> {
	const { learner, actor } = who;
	const holder = normaliseName(wish.displayName);
	if (!holder) return fail('bad-request', { errors: [{ path: '/displayName', message: required(locale) }] });
	const signs = await unprintable(holder);
	if (signs.length > 0) return nameUnprintable(signs);
	const clientId = wish.clientId ?? null;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const old = await selectOptionalOwn(tx, learner, serial);
		if (!old) return fail('certificate-unknown');
		const sent = clientId && (await selectSent(tx, old, clientId));
		if (sent) return sent;
		if (statusAt(old, now(), timeZone) !== 'valid') return fail('certificate-not-in-force');
		if (holder === old.record.holder) return { row: old, fresh: false };
		const open = await selectOptionalOpen(tx, old);
		if (open) return open.wanted === holder ? { asked: open, of: old } : fail('correction-open');

		const given = upTo(old, await selectChain(tx, old));
		const verdict = judgeCorrection(
			given.map(({ record, correctedBy }) => ({ holder: record.holder, correctedBy })),
			holder,
		);
		const act = { learnerId: learner, actor, at: now() };
		if (verdict !== 'now') {
			const asked = newCorrection(old, { ...wish, displayName: holder }, verdict, act.at);
			await insertCorrection(tx, asked);
			await insertAudit(tx, { ...act, id: uuidv7(), action: 'correction.ask', subject: serial });
			return { asked, of: old };
		}
		const row = await supersede(tx, old, { holder, by: 'holder', clientId, now: act.at, timeZone });
		const subject = `${old.serial} ${row.serial}`;
		await insertAudit(tx, { ...act, id: uuidv7(), action: 'certificate.correct', subject });
		return { row, fresh: true };
	});
}

const required = (locale: Locale) => messagesFor(locale).api.fields.required;

/** What the same request brought about when it was sent before. */
async function selectSent(
	tx: Sql,
	old: CertificateRow,
	clientId: string,
): Promise<Issued | Asked | Failure | null> {
	const { learnerId, serial } = old;
	const row = await selectOptionalByClient(tx, learnerId, clientId);
	if (row) return row.serial === old.supersededBy ? { row, fresh: false } : fail('id-in-use');
	const asked = await selectOptionalCorrectionByClient(tx, learnerId, clientId);
	if (asked) return asked.serial === serial ? { asked, of: old } : fail('id-in-use');
	return null;
}

function newCorrection(
	{ learnerId, courseId, cycle, serial }: CertificateRow,
	{ displayName, reason, clientId }: Wish,
	because: WhyAsked,
	askedAt: Date,
): CorrectionRow {
	const decision = { outcome: null, decidedAt: null, decidedBy: null, why: null };
	return {
		...{ learnerId, id: uuidv7(), courseId, cycle, serial },
		...{ wanted: displayName, reason: withoutInvisible(reason ?? '').trim() || null, because },
		...{ clientId: clientId ?? null, askedAt, ...decision },
	};
}
