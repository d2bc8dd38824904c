export interface Node {
	/** Ability, in standard deviations. */
	at: number;
	/** Sums to 1 over all nodes. */
	weight: number;
}

/**
 * Gauss-Hermite quadrature of the standard normal distribution: nodes are the roots of the n-th Hermite polynomial, found
 * by Newton's method from the asymptotic guesses of Press et al., "Numerical Recipes", `gauher`.
 */
export function gaussHermite(n: number): Node[] {
	const roots: Node[] = [];
	let z = 0;
	for (let index = 0; index < Math.ceil(n / 2); index += 1) {
		z = guess(index, n, z, roots);
		let slope = 1;
		for (let round = 0; round < 100; round += 1) {
			const [value, previous] = hermite(n, z);
			slope = Math.sqrt(2 * n) * previous;
			const step = value / slope;
			z -= step;
			if (Math.abs(step) < 1e-14) break;
		}
		roots.push({ at: z, weight: 2 / slope ** 2 });
	}
	const mirrored = roots.filter(({ at }) => at > 1e-12).map(({ at, weight }) => ({ at: -at, weight }));
	return [...mirrored, ...roots.reverse()].map(({ at, weight }) => ({
		at: at * Math.SQRT2,
		weight: weight / Math.sqrt(Math.PI),
	}));
}

function guess(index: number, n: number, last: number, roots: readonly Node[]): number {
	if (index === 0) return Math.sqrt(2 * n + 1) - 1.85575 * (2 * n + 1) ** (-1 / 6);
	if (index === 1) return last - (1.14 * n ** 0.426) / last;
	if (index === 2) return 1.86 * last - 0.86 * roots[0]!.at;
	if (index === 3) return 1.91 * last - 0.91 * roots[1]!.at;
	return 2 * last - roots[index - 2]!.at;
}

/** The orthonormal Hermite polynomials of degree n and n - 1. */
function hermite(n: number, z: number): [value: number, previous: number] {
	let [value, previous] = [Math.PI ** -0.25, 0];
	for (let degree = 0; degree < n; degree += 1) {
		const next = z * Math.sqrt(2 / (degree + 1)) * value - Math.sqrt(degree / (degree + 1)) * previous;
		[value, previous] = [next, value];
	}
	return [value, previous];
}
