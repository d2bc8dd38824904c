import { certifiedSkills, statusOf } from '#domain/certificates.ts';
import { findCompetence } from '#domain/frameworks.ts';
import type { AnyCertificateRecord, Certificate } from '#schemas/certificate.ts';
import type { Catalog } from '../courses/catalog.ts';
import { canonicalText } from './record.ts';
import type { CertificateRow } from './store.ts';

/** A certificate as anyone may see it. */
export async function describeCertificate(
	row: CertificateRow,
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
		...(await named(record, catalog)),
	};
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
