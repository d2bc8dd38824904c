/**
 * Chance that can be repeated: the same seed gives the same order, on every device and at every time.
 * For drawing and shuffling questions, never for secrets.
 */

/** FNV-1a, 32 bits (Fowler, Noll, Vo 1991), over UTF-16 code units, from a given basis. */
function hash32(text: string, basis: number): number {
	let hash = basis;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return mix32(hash);
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every input bit reaches every output bit. */
function mix32(value: number): number {
	let mixed = value;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A source of numbers in [0, 1), 32 bits fine: sfc32, "small fast counting" generator (Chris Doty-Humphrey,
 * PractRand), its state filled from three hashes of the seed and run 12 rounds before use.
 */
export function randomFrom(seed: string): () => number {
	let a = hash32(seed, 0x811c9dc5);
	let b = hash32(seed, 0x9e3779b9);
	let c = hash32(seed, 0x243f6a88);
	let counter = 1;
	const next = () => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 0x100000000;
	};
	for (let round = 0; round < 12; round += 1) next();
	return next;
}

/**
 * The items in an order that the seed decides (Fisher-Yates; Knuth, TAOCP 3.4.2, algorithm P), in a new
 * list.
 */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
	const random = randomFrom(seed);
	const shuffled = [...items];
	for (let last = shuffled.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
	}
	return shuffled;
}

/** `n` of the items, in an order that the seed decides; all of them when there are no more than `n`. */
export function sample<T>(items: readonly T[], n: number, seed: string): T[] {
	return shuffle(items, seed).slice(0, Math.max(0, n));
}
