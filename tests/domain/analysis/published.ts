/** Data whose figures have been published. */
import type { ScoreMatrix } from '#domain/analysis/analyse.ts';

/**
 * How many of 1,000 people answered the five items of Sections 6 and 7 of the Law School Admission Test in each of the 32
 * ways, from 00000 to 11111 in binary order: Bock and Lieberman (1970), "Fitting a response model for n dichotomously
 * scored items", Psychometrika 35; Section 6 also in Thissen (1982), Psychometrika 47.
 */
const patterns = {
	lsat6: [
		3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
		28, 298,
	],
	lsat7: [
		12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18,
		136, 32, 308,
	],
};

export function lsat(section: keyof typeof patterns): ScoreMatrix {
	return patterns[section].flatMap((people, pattern) =>
		Array.from({ length: people }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit ? 1 : 0))),
	);
}

/** Marks of 25 attempts at seven questions of one point each: Moodle, quiz statistics report, `results00.csv`. */
export const moodleMarks: ScoreMatrix = `
	1 1 1 1 1 0 1; 1 1 1 1 0.5 1 0; 1 1 1 1 0.5 0 1; 0 0 1 1 1 0 0; 1 0 1 0 0 1 0.5; 1 1 1 1 0.5 0 0.5;
	0 1 1 1 0.5 1 0.5; 1 1 1 0 0.5 1 0.5; 1 0 1 1 1 1 1; 0 1 1 0 0.5 1 0.5; 0.8 0 1 1 0.5 1 0.5; 1 1 1 0 0.5 1 1;
	1 0 1 1 0.5 1 0.5; 1 0 1 1 1 0 0.5; 0 0 1 1 0 1 1; 1 0 1 0 0.5 1 1; 0.8 0 1 1 0.5 0 1; 1 0 1 1 0 1 0.5;
	1 0 1 1 0.5 0 0.5; 0 1 1 0 0.5 1 0; 1 1 0.3333333 1 0.5 0 0.5; 1 1 1 0 0.5 0 0.5; 1 1 1 1 0 1 0.5;
	0 0 1 0 0.5 1 1; 0 0 1 1 1 1 1`
	.split(';')
	.map((row) => row.trim().split(' ').map(Number));
