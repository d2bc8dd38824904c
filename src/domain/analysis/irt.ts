/**
 * Item response models, fitted by marginal maximum likelihood: abilities are standard normal in the population, and
 * integrated out by Gauss-Hermite quadrature; the EM algorithm of Bock and Aitkin (1981, Psychometrika 46).
 * P(right) = 1 / (1 + exp(-discrimination x (ability - difficulty))), on the logistic scale, without the factor 1.7.
 */
import type { IrtModel } from '#schemas/names.ts';
import { gaussHermite, type Node } from './quadrature.ts';
import type { ScoreMatrix } from './cases.ts';

/** `1pl` is the Rasch model, in Thissen's parametrisation of 1982. */
export { irtModels, type IrtModel } from '#schemas/names.ts';

/** Null where an item tells nothing: all were right, all were wrong, or it does not go along with the others. */
export interface ItemCurve {
	discrimination: number | null;
	difficulty: number | null;
}

export interface IrtFit {
	model: IrtModel;
	/** In the order of the items. */
	items: ItemCurve[];
	/** Null: fewer than two items tell anything. */
	logLikelihood: number | null;
	/** Whether it settled within the rounds that are given. */
	converged: boolean;
}

/** People with the same answers: 1 right, 0 wrong, null not asked. */
interface Pattern {
	right: (0 | 1 | null)[];
	count: number;
}
/** P = 1 / (1 + exp(-(slope x ability + intercept))) */
interface Line {
	slope: number;
	intercept: number;
}

const quadraturePoints = 61;
const mostRounds = 2000;
/** The largest change of a parameter at which it has settled. */
const settled = 1e-6;
/** Beyond this a curve is a step, and more people could not tell it from a steeper one. */
const steepest = 20;

/** Whoever has all points of an item is right, everybody else wrong. */
export function fitItems(matrix: ScoreMatrix, maxScores: readonly number[], model: IrtModel): IrtFit {
	const all = patternsOf(matrix, maxScores);
	const told = maxScores.map((_, index) => varies(all, index));
	const used = told.flatMap((one, index) => (one ? [index] : []));
	const nothing = { discrimination: null, difficulty: null };
	if (used.length < 2)
		return { model, items: told.map(() => nothing), logLikelihood: null, converged: false };
	const patterns = all.map(({ right, count }) => ({ right: used.map((index) => right[index]!), count }));
	const { lines, logLikelihood, converged } = fit(patterns, used.length, model);
	const items: ItemCurve[] = told.map(() => nothing);
	for (const [place, index] of used.entries()) items[index] = curveOf(lines[place]!);
	return { model, items, logLikelihood, converged };
}

function curveOf({ slope, intercept }: Line): ItemCurve {
	const difficulty = Math.abs(slope) < 1e-6 ? null : -intercept / slope;
	return { discrimination: slope, difficulty };
}

function patternsOf(matrix: ScoreMatrix, maxScores: readonly number[]): Pattern[] {
	const found = new Map<string, Pattern>();
	for (const row of matrix) {
		const right = maxScores.map((max, index) => {
			const score = row[index] ?? null;
			return score === null ? null : score >= max - 1e-9 ? 1 : 0;
		});
		if (right.every((one) => one === null)) continue;
		const key = right.map((one) => one ?? '-').join('');
		const known = found.get(key);
		if (known) known.count += 1;
		else found.set(key, { right, count: 1 });
	}
	return [...found.values()];
}

function varies(patterns: readonly Pattern[], index: number): boolean {
	return [0, 1].every((value) => patterns.some(({ right }) => right[index] === value));
}

function fit(patterns: readonly Pattern[], items: number, model: IrtModel) {
	const nodes = gaussHermite(quadraturePoints);
	let lines = startOf(patterns, items);
	for (let round = 0; round < mostRounds; round += 1) {
		const { expected } = expect(patterns, lines, nodes);
		const next =
			model === '2pl' ? expected.map((one, i) => own(one, lines[i]!, nodes)) : shared(expected, lines, nodes);
		const change = Math.max(
			...next.flatMap(({ slope, intercept }, i) => [
				Math.abs(slope - lines[i]!.slope),
				Math.abs(intercept - lines[i]!.intercept),
			]),
		);
		lines = next;
		if (change < settled) return { ...expect(patterns, lines, nodes), lines, converged: true };
	}
	return { ...expect(patterns, lines, nodes), lines, converged: false };
}

function startOf(patterns: readonly Pattern[], items: number): Line[] {
	return Array.from({ length: items }, (_, index) => {
		let [right, asked] = [0, 0];
		for (const one of patterns) {
			if (one.right[index] === null) continue;
			asked += one.count;
			if (one.right[index] === 1) right += one.count;
		}
		return { slope: 1, intercept: 1.2 * Math.log(right / (asked - right)) };
	});
}

/** By item and node: how many people of that ability are expected to have been asked, and to have been right. */
interface Expected {
	asked: Float64Array;
	right: Float64Array;
}

function expect(patterns: readonly Pattern[], lines: readonly Line[], nodes: readonly Node[]) {
	const chances = lines.map(({ slope, intercept }) =>
		nodes.map(({ at }) => logChances(slope * at + intercept)),
	);
	const expected: Expected[] = lines.map(() => ({
		asked: new Float64Array(nodes.length),
		right: new Float64Array(nodes.length),
	}));
	let logLikelihood = 0;
	const posterior = new Float64Array(nodes.length);
	for (const { right, count } of patterns) {
		for (let node = 0; node < nodes.length; node += 1) {
			let log = Math.log(nodes[node]!.weight);
			for (let item = 0; item < lines.length; item += 1)
				if (right[item] !== null) log += chances[item]![node]![right[item] as 0 | 1];
			posterior[node] = log;
		}
		const most = posterior.reduce((a, b) => Math.max(a, b), -Infinity);
		let all = 0;
		for (let node = 0; node < nodes.length; node += 1)
			all += posterior[node] = Math.exp(posterior[node]! - most);
		logLikelihood += count * (most + Math.log(all));
		for (let item = 0; item < lines.length; item += 1) {
			if (right[item] === null) continue;
			const { asked, right: rightly } = expected[item]!;
			for (let node = 0; node < nodes.length; node += 1) {
				const share = (count * posterior[node]!) / all;
				asked[node]! += share;
				if (right[item] === 1) rightly[node]! += share;
			}
		}
	}
	return { expected, logLikelihood };
}

/** Logarithms of the chances to be wrong and right, exact in the tails too. */
function logChances(z: number): [wrong: number, right: number] {
	const tail = Math.log1p(Math.exp(-Math.abs(z)));
	return z > 0 ? [-z - tail, -tail] : [-tail, z - tail];
}

interface Slopes {
	/** First derivatives by slope and intercept, and second ones. */
	ds: number;
	di: number;
	dss: number;
	dsi: number;
	dii: number;
}

function slopesOf({ asked, right }: Expected, { slope, intercept }: Line, nodes: readonly Node[]): Slopes {
	const found = { ds: 0, di: 0, dss: 0, dsi: 0, dii: 0 };
	for (const [index, { at }] of nodes.entries()) {
		const p = 1 / (1 + Math.exp(-(slope * at + intercept)));
		const off = right[index]! - asked[index]! * p;
		const weight = asked[index]! * p * (1 - p);
		found.ds += off * at;
		found.di += off;
		found.dss += weight * at * at;
		found.dsi += weight * at;
		found.dii += weight;
	}
	return found;
}

/** One step of Newton's method for an item's own line: enough within EM. */
function own(expected: Expected, line: Line, nodes: readonly Node[]): Line {
	const { ds, di, dss, dsi, dii } = slopesOf(expected, line, nodes);
	const determinant = dss * dii - dsi * dsi;
	if (!(determinant > 1e-12)) return line;
	return {
		slope: bounded(line.slope, (ds * dii - di * dsi) / determinant),
		intercept: line.intercept + limited((di * dss - ds * dsi) / determinant),
	};
}

/** The same for all items with one slope: the intercepts are eliminated. */
function shared(expected: readonly Expected[], lines: readonly Line[], nodes: readonly Node[]): Line[] {
	const all = expected.map((one, index) => slopesOf(one, lines[index]!, nodes));
	const left = (of: (one: Slopes) => number) => all.reduce((sum, one) => sum + of(one), 0);
	const gradient = left(({ ds, di, dsi, dii }) => ds - (dsi * di) / dii);
	const curvature = left(({ dss, dsi, dii }) => dss - (dsi * dsi) / dii);
	const slope = bounded(lines[0]!.slope, gradient / curvature);
	const step = slope - lines[0]!.slope;
	return lines.map(({ intercept }, index) => {
		const { di, dsi, dii } = all[index]!;
		return { slope, intercept: intercept + limited((di - dsi * step) / dii) };
	});
}

const limited = (step: number) => Math.max(-1, Math.min(1, step));
const bounded = (slope: number, step: number) =>
	Math.max(-steepest, Math.min(steepest, slope + limited(step)));
