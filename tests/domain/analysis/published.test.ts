/** Figures equal to those that others have published, to the precision published. */
import { describe, expect, it } from 'vitest';
import { analyse, countedFrom, type ScoreMatrix } from '#domain/analysis/analyse.ts';
import { fitItems } from '#domain/analysis/irt.ts';
import { gaussHermite } from '#domain/analysis/quadrature.ts';
import { lsat, moodleMarks } from './published.ts';

function analysed(matrix: ScoreMatrix) {
	return analyse(
		countedFrom(
			matrix,
			matrix[0]!.map((_, index) => ({ item: `${index + 1}`, maxScore: 1 })),
		),
	);
}
const rounded = (values: (number | null)[], digits: number) =>
	values.map((one) => Number(one?.toFixed(digits)));

describe('Law School Admission Test', () => {
	// As `mirt::itemstats` prints them for LSAT6 and LSAT7 (package mirt, help pages of the data).
	it.each([
		{
			section: 'lsat6' as const,
			whole: [3.819, 1.035, 0.295, 0.869],
			facility: [0.924, 0.709, 0.553, 0.763, 0.87],
			deviation: [0.265, 0.454, 0.497, 0.425, 0.336],
			itemRest: [0.113, 0.153, 0.173, 0.144, 0.122],
		},
		{
			section: 'lsat7' as const,
			whole: [3.707, 1.199, 0.453, 0.886],
			facility: [0.828, 0.658, 0.772, 0.606, 0.843],
			deviation: [0.378, 0.475, 0.42, 0.489, 0.364],
			itemRest: [0.246, 0.247, 0.313, 0.223, 0.175],
		},
	])('$section', ({ section, whole, facility, deviation, itemRest }) => {
		const found = analysed(lsat(section));
		expect(found.people).toBe(1000);
		expect(rounded([found.mean, found.standardDeviation, found.alpha, found.standardError], 3)).toEqual(
			whole,
		);
		expect(
			rounded(
				found.items.map((one) => one.facility),
				3,
			),
		).toEqual(facility);
		expect(
			rounded(
				found.items.map((one) => one.standardDeviation),
				3,
			),
		).toEqual(deviation);
		expect(
			rounded(
				found.items.map((one) => one.itemRest),
				3,
			),
		).toEqual(itemRest);
	});

	// Rizopoulos (2006), "ltm", Journal of Statistical Software 17(5), pages 10 and 11, for Section 6.
	it('Section 6, one discrimination for all', () => {
		const fit = fitItems(lsat('lsat6'), [1, 1, 1, 1, 1], '1pl');
		expect(fit.converged).toBe(true);
		expect(fit.logLikelihood!).toBeCloseTo(-2466.938, 3);
		expect(
			rounded(
				fit.items.map((one) => one.difficulty),
				4,
			),
		).toEqual([-3.6153, -1.3224, -0.3176, -1.7301, -2.7802]);
		expect(
			rounded(
				fit.items.map((one) => one.discrimination),
				4,
			),
		).toEqual(Array(5).fill(0.7551));
	});
	it('Section 6, a discrimination each', () => {
		const fit = fitItems(lsat('lsat6'), [1, 1, 1, 1, 1], '2pl');
		expect(fit.converged).toBe(true);
		expect(fit.logLikelihood!).toBeCloseTo(-2466.653, 3);
		// Published with a gradient of 0.024 left, so that the last digit of what was printed is not sure.
		for (const [index, difficulty] of [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236].entries())
			expect(Math.abs(fit.items[index]!.difficulty! - difficulty)).toBeLessThan(0.003);
		for (const [index, discrimination] of [0.8254, 0.7229, 0.8905, 0.6886, 0.6575].entries())
			expect(Math.abs(fit.items[index]!.discrimination! - discrimination)).toBeLessThan(0.001);
	});
	// As `coef(mirt(LSAT7, 1))` prints it: slopes, and intercepts, which are -slope x difficulty.
	it('Section 7, a discrimination each', () => {
		const fit = fitItems(lsat('lsat7'), [1, 1, 1, 1, 1], '2pl');
		expect(fit.logLikelihood!).toBeCloseTo(-2658.805, 3);
		const intercepts = fit.items.map(({ discrimination, difficulty }) => -discrimination! * difficulty!);
		for (const [index, slope] of [0.988, 1.081, 1.706, 0.765, 0.736].entries())
			expect(Math.abs(fit.items[index]!.discrimination! - slope)).toBeLessThan(0.002);
		for (const [index, intercept] of [1.856, 0.808, 1.804, 0.486, 1.855].entries())
			expect(Math.abs(intercepts[index]! - intercept)).toBeLessThan(0.002);
	});
});

// Computed in a spreadsheet by the authors of Moodle's statistics report: `qstats00.csv` and the figures beside it.
describe('Moodle', () => {
	const found = analysed(moodleMarks);
	it.each([
		[1, 0.704, 0.4513682901, -7.0650767526, -9.4550536967],
		[2, 0.48, 0.5099019514, -28.8982125772, -36.7834118938],
		[3, 0.973333332, 0.13333334, -9.1230674268, -21.6545012165],
		[4, 0.68, 0.4760952286, -22.6306444113, -31.4411395613],
		[5, 0.52, 0.3055050463, -17.6997047674, -21.1794802584],
		[6, 0.64, 0.4898979486, -45.3785178421, -56.9365974439],
		[7, 0.62, 0.331662479, -5.6543166602, -6.5043742058],
	])('question %s', (number, facility, deviation, discrimination, efficiency) => {
		const item = found.items[number - 1]!;
		expect(item.facility).toBeCloseTo(facility, 8);
		expect(item.standardDeviation).toBeCloseTo(deviation, 7);
		expect(item.discrimination).toBeCloseTo(discrimination, 4);
		expect(item.efficiency).toBeCloseTo(efficiency, 4);
	});
	it('the whole', () => {
		expect(found.median).toBe(4.5);
		expect(found.mean).toBeCloseTo(4.617333332, 7);
		expect(found.standardDeviation).toBeCloseTo(0.8117265554, 6);
		expect(found.skewness).toBeCloseTo(-0.092502502, 5);
		expect(found.kurtosis).toBeCloseTo(-0.7073968557, 5);
		expect(100 * found.alpha!).toBeCloseTo(-87.2230935542, 3);
		expect(found.standardError).toBeCloseTo(1.1106813066, 5);
	});
});

it('quadrature integrates what the normal distribution is known for', () => {
	const nodes = gaussHermite(61);
	const moment = (power: number) => nodes.reduce((sum, { at, weight }) => sum + weight * at ** power, 0);
	expect([0, 1, 2, 3, 4, 6].map((power) => Number(moment(power).toFixed(9)) + 0)).toEqual([
		1, 0, 1, 0, 3, 15,
	]);
});
