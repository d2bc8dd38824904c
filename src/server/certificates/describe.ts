import { certifiedSkills, statusOf } from '#domain/certificates.ts';
import { findCompetence } from '#domain/frameworks.ts';
import type { AnyCertificateRecord, Certificate } from '#schemas/certificate.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Deps } from '../deps.ts';
import { canonicalText } from './record.ts';
import { selectChain, type CertificateRow } from './store.ts';

/** A certificate as anyone may see it; `others`: those among which are all that it replaced. */
export async function describeCertificate(
	row: CertificateRow,
	others: readonly CertificateRow[],
	catalog: Catalog,
	now: Date,
): Promise<Certificate> {
	const { record, hash, supersededBy, revocationReason } = row;
	return {
		serial: row.serial,
		status: statusAt(row, now, catalog.timeZone),
		holder: record.holder,
		record,
		canonical: canonicalText(record),
		hash,
		supersededBy,
		revokedAt: row.revokedAt?.toISOString() ?? null,
		revocationReason,
		corrections: correctionsOf(upTo(row, others)),
		...(await named(record, catalog)),
	};
}

/** The same, for one of which nothing else is at hand. */
export async function showCertificate(
	{ catalog, database: { db }, now }: Pick<Deps, 'catalog' | 'database' | 'now'>,
	row: CertificateRow,
): Promise<Certificate> {
	const others = row.correctedBy === null ? [] : await selectChain(db, row);
	return describeCertificate(row, others, catalog, now());
}

/** A certificate and all that led to it, the first one first. */
export function upTo(row: CertificateRow, others: readonly CertificateRow[]): CertificateRow[] {
	const before = new Map(others.map((one) => [one.supersededBy, one]));
	const chain = [row];
	for (let one = before.get(row.serial); one; one = before.get(one.serial)) chain.unshift(one);
	return chain;
}

function correctionsOf(chain: readonly CertificateRow[]): Certificate['corrections'] {
	return chain.flatMap(({ correctedBy, issuedAt }) =>
		correctedBy === null ? [] : [{ at: issuedAt.toISOString(), by: correctedBy }],
	);
}

export function statusAt(row: CertificateRow, now: Date, timeZone: string) {
	const { record, revokedAt, supersededBy } = row;
	const told = {
		validUntil: record.validUntil,
		revokedAt: revokedAt?.toISOString() ?? null,
		supersededBy,
	};
	return statusOf(told, now.getTime(), timeZone);
}

/** Names of the competences and of their frameworks, as they are called now; no name where the framework is gone. */
async function named(
	record: AnyCertificateRecord,
	catalog: Catalog,
): Promise<Pick<Certificate, 'skillTitles' | 'frameworks'>> {
	const course = await catalog.version(record.course, record.version);
	const skills = certifiedSkills(record, course?.manifest ?? null);
	const files = new Map(catalog.frameworks().map((file) => [file.id, file]));
	const ids = [...new Set(skills.map(({ framework }) => framework))];
	return {
		skillTitles: skills.map((skill) => {
			const file = files.get(skill.framework);
			return { ...skill, title: (file && findCompetence(file, skill.competence)?.competence.title) ?? {} };
		}),
		frameworks: ids.map((id) => ({ id, title: files.get(id)?.title ?? {} })),
	};
}
