/** How people's marks make a grade. A mark is what one person gave one answer, by criteria. */

export interface Criterion {
	id: string;
	/** The most points that it gives, above 0. */
	points: number;
}

export type Points = Readonly<Record<string, number>>;

export interface Mark {
	grader: string;
	points: Points;
	/** How many marks of this answer its maker knew of. */
	seen: number;
}

/** What a quiz asks of its graders. */
export interface Graders {
	/** How many mark an answer without knowing of each other. */
	graders: number;
	/** They agree where their points are no further apart than this share of all. */
	agreeWithin: number;
}

/** As a quiz says, else one grader. */
export function gradersOf({ graders = 1, agreeWithin = 0.2 }: Partial<Graders>): Graders {
	return { graders, agreeWithin };
}

/**
 * `waits`: for a mark, or for another grader's. `differs`: as many as were asked have marked, too far apart; the next mark
 * that knows of theirs settles it. `graded`: `points` stand, by criterion; `by` says whose marks they rest on, by index.
 */
export type Marking = { state: 'waits' | 'differs' } | { state: 'graded'; points: Points; by: number[] };

/**
 * What marks of one answer come to, in the order in which they were made. Independent marks that agree count by their
 * mean, criterion by criterion. Afterwards a mark counts alone where its maker knew of all before it: it settles a
 * difference, or corrects a grade. One that was made beside others, unknowing, is kept and changes nothing.
 */
export function markingOf(
	marks: readonly Mark[],
	criteria: readonly Criterion[],
	{ graders, agreeWithin }: Graders,
): Marking {
	let marking: Marking = { state: 'waits' };
	const first = new Map<string, number>();
	for (const [index, mark] of marks.entries()) {
		if (marking.state !== 'waits') {
			if (mark.seen >= index) marking = { state: 'graded', points: mark.points, by: [index] };
			continue;
		}
		first.set(mark.grader, index);
		if (first.size < graders) continue;
		const by = [...first.values()];
		const given = by.map((each) => marks[each]!.points);
		marking = agree(given, criteria, agreeWithin)
			? { state: 'graded', points: meanOf(given, criteria), by }
			: { state: 'differs' };
	}
	return marking;
}

/** Points that can be lost to floating-point arithmetic. */
const tolerance = 1e-9;

function agree(given: readonly Points[], criteria: readonly Criterion[], within: number): boolean {
	const sums = given.map((points) => sumOf(points, criteria));
	return Math.max(...sums) - Math.min(...sums) <= within * mostOf(criteria) + tolerance;
}

function meanOf(given: readonly Points[], criteria: readonly Criterion[]): Points {
	const mean = (id: string) => given.reduce((sum, points) => sum + (points[id] ?? 0), 0) / given.length;
	return Object.fromEntries(criteria.map(({ id }) => [id, mean(id)]));
}

function sumOf(points: Points, criteria: readonly Criterion[]): number {
	return criteria.reduce((sum, { id }) => sum + (Object.hasOwn(points, id) ? points[id]! : 0), 0);
}

export function mostOf(criteria: readonly Criterion[]): number {
	return criteria.reduce((sum, { points }) => sum + points, 0);
}

/** The grade that points come to, on the question's own scale, 0 to `maxScore`. */
export function gradeOf(
	points: Points,
	criteria: readonly Criterion[],
	maxScore: number,
): { score: number; maxScore: number; correct: boolean | 'partially' } {
	const [sum, most] = [sumOf(points, criteria), mostOf(criteria)];
	const share = most > 0 ? Math.min(1, sum / most) : 0;
	const isFull = share >= 1 - tolerance;
	return {
		score: isFull ? maxScore : share * maxScore,
		maxScore,
		correct: isFull || (share > 0 && 'partially'),
	};
}

/** The criteria that points leave out, and those whose points are none that can be given: 0 to all, quarters among them. */
export function wrongPoints(points: Points, criteria: readonly Criterion[]): string[] {
	const isGiven = ({ id, points: most }: Criterion) => {
		const given = Object.hasOwn(points, id) ? points[id]! : NaN;
		return given >= 0 && given <= most && Number.isInteger(given * 4);
	};
	return criteria.filter((criterion) => !isGiven(criterion)).map(({ id }) => id);
}
