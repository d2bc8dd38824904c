import { checkerMessages } from '#messages/checker/index.ts';
import type { Finding } from '#schemas/finding.ts';

/** Findings for the terminal: errors first, then warnings, then the sum. */
export function formatFindings(
	result: {
		errors: readonly Finding[];
		warnings: readonly Finding[];
		/** Ids of the courses that were looked at. */
		present?: readonly string[];
		withheld?: readonly { course: string; locale: string }[];
	},
	locale: 'vi' | 'en',
): string {
	const words = checkerMessages(locale);
	const format = (mark: string) => (finding: Finding) => {
		const { file, line, column, code, message, fix } = finding;
		const lines = [`${file}:${line}:${column}  ${mark}  ${code}`, `  ${message}`];
		if (fix !== undefined) lines.push(`  ${words['report-fix']({ fix })}`);
		return lines.join('\n');
	};
	const { errors, warnings, present = [], withheld = [] } = result;
	return [
		...errors.map(format(words['report-error']({}))),
		...warnings.map(format(words['report-warning']({}))),
		...withheld.map((each) => words['report-withheld'](each)),
		...(present.length ? [words['report-courses']({ courses: present })] : []),
		words['report-sum']({ errors: errors.length, warnings: warnings.length }),
	].join('\n\n');
}

/** What `--fix` wrote, a line each. */
export function formatFixes(
	written: readonly { file: string; line: number; insert: string }[],
	locale: 'vi' | 'en',
): string {
	const words = checkerMessages(locale);
	const lines = written.map(({ file, line, insert }) =>
		words['report-written']({ file, line, words: insert.trim().replace(/\s*\n\s*/g, ' ⏎ ') }),
	);
	return lines.join('\n');
}
