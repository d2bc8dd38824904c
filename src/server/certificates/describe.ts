import { statusOf } from '#domain/certificates.ts';
import { findCompetence } from '#domain/frameworks.ts';
import type { Certificate } from '#schemas/certificate.ts';
import type { FrameworkFile } from '#schemas/framework.ts';
import type { Catalog } from '../courses/catalog.ts';
import { canonicalText } from './record.ts';
import type { CertificateRow } from './store.ts';

/** A certificate as anyone may see it. */
export function describeCertificate(row: CertificateRow, catalog: Catalog, now: Date): Certificate {
	const { record, hash, supersededBy, revocationReason } = row;
	return {
		serial: row.serial,
		status: statusAt(row, now),
		holder: record.holder,
		record,
		canonical: canonicalText(record),
		hash,
		supersededBy,
		revokedAt: row.revokedAt?.toISOString() ?? null,
		revocationReason,
		skillTitles: skillTitles(record.skills, catalog.frameworks()),
	};
}

export function statusAt(row: CertificateRow, now: Date) {
	const { record, revokedAt, supersededBy } = row;
	const told = {
		validUntil: record.validUntil,
		revokedAt: revokedAt?.toISOString() ?? null,
		supersededBy,
	};
	return statusOf(told, now.getTime());
}

/** Names of the competences, from the framework that knows the most of them; without a name where none does. */
function skillTitles(
	skills: Record<string, number>,
	frameworks: FrameworkFile[],
): Certificate['skillTitles'] {
	const codes = Object.keys(skills).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	const known = (framework: FrameworkFile) => codes.filter((code) => findCompetence(framework, code)).length;
	const [framework] = [...frameworks].sort((a, b) => known(b) - known(a));
	return codes.map((competence) => ({
		competence,
		title: (framework && findCompetence(framework, competence)?.competence.title) ?? {},
		level: skills[competence] ?? 0,
	}));
}
