import type { Certificate } from '#schemas/certificate.ts';

/** All certificates of one course: the one that stands for it, and those that it replaced or that came before. */
export interface CertificateGroup {
	course: string;
	current: Certificate;
	earlier: Certificate[];
}

/**
 * Certificates by course; courses with one in force come first. The current one is the one in force, else the newest that
 * was not replaced. `certificates`: those in force first, and the newest first, as the API lists them.
 */
export function groupCertificates(certificates: readonly Certificate[]): CertificateGroup[] {
	const courses = new Set(certificates.map(({ record }) => record.course));
	return [...courses].flatMap((course) => {
		const all = certificates.filter(({ record }) => record.course === course);
		const current =
			all.find(({ status }) => status === 'valid') ??
			all.find(({ status }) => status !== 'superseded') ??
			all[0];
		if (!current) return [];
		return [{ course, current, earlier: all.filter((one) => one !== current) }];
	});
}
