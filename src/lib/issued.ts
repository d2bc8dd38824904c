import type { Certificate } from '#schemas/certificate.ts';
import type { CourseProgress } from '#schemas/progress.ts';

/** The certificate that was issued for a completion, in force or not. It is not issued for that completion again. */
export function issuedFor(
	{ course, completedAt }: Pick<CourseProgress, 'course' | 'completedAt'>,
	certificates: Certificate[],
): Certificate | undefined {
	if (completedAt === null) return undefined;
	return certificates.find(({ record }) => record.course === course && record.completedAt >= completedAt);
}
