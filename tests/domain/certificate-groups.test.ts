import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupCertificates } from '#domain/certificate-groups.ts';
import { certificateStatuses, type Certificate, type CertificateStatus } from '#schemas/certificate.ts';

/** As much of one as grouping looks at. */
const one = (serial: string, course: string, status: CertificateStatus) =>
	({ serial, status, record: { course } }) as Certificate;
const told = (certificates: Certificate[]) =>
	groupCertificates(certificates).map(({ course, current, earlier }) => [
		course,
		current.serial,
		earlier.map(({ serial }) => serial),
	]);

it('stands one for each course: in force, else the newest that was not replaced', () => {
	const certificates = [
		one('a2', 'ai', 'valid'),
		one('b3', 'dien-thoai', 'superseded'),
		one('b2', 'dien-thoai', 'expired'),
		one('a1', 'ai', 'superseded'),
		one('b1', 'dien-thoai', 'superseded'),
		one('c1', 'ban-hang', 'revoked'),
	];
	expect(told(certificates)).toEqual([
		['ai', 'a2', ['a1']],
		['dien-thoai', 'b2', ['b3', 'b1']],
		['ban-hang', 'c1', []],
	]);
});

it('loses none and shows none twice, and a current one is replaced only where all are', () => {
	const all = fc.array(
		fc.record({
			course: fc.constantFrom('ai', 'dien-thoai'),
			status: fc.constantFrom(...certificateStatuses),
		}),
	);
	fc.assert(
		fc.property(all, (made) => {
			const certificates = made.map(({ course, status }, n) => one(String(n), course, status));
			const groups = groupCertificates(certificates);
			const shown = groups.flatMap(({ current, earlier }) => [current, ...earlier]);
			expect(shown.map(({ serial }) => serial).sort()).toEqual(
				certificates.map(({ serial }) => serial).sort(),
			);
			for (const { course, current, earlier } of groups) {
				expect(shown.filter(({ record }) => record.course === course)).toHaveLength(earlier.length + 1);
				const isReplaced = current.status === 'superseded';
				expect(!isReplaced || earlier.every(({ status }) => status === 'superseded')).toBe(true);
				expect(current.status === 'valid' || earlier.every(({ status }) => status !== 'valid')).toBe(true);
			}
		}),
	);
});
