/** A readable id out of a title: `Bấm giữ hai giây?` becomes `bam-giu-hai-giay`. */
export function idFrom(title: string, fallback: string, taken: ReadonlySet<string>): string {
	const ascii = plainLetters(title).replace(/[^a-z0-9]+/g, '-');
	const short = ascii
		.replace(/^-+/, '')
		.slice(0, 40)
		.replace(/-[^-]*$/, (end) => (ascii.length > 40 ? '' : end));
	return unused(short.replace(/^-+|-+$/g, '') || fallback, taken);
}

/** An id that is not taken: this one, or with a number. */
export function unused(base: string, taken: ReadonlySet<string>): string {
	for (let count = 1; ; count += 1) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id) && id !== 'constructor') return id;
	}
}

/** Address of a heading, in its own script. */
export function headingSlug(words: string): string {
	return plainLetters(words)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

/** Lower case, and Latin letters without their marks (other scripts keep theirs). */
function plainLetters(words: string): string {
	const lower = words.normalize('NFC').toLowerCase().replaceAll('đ', 'd');
	return lower
		.normalize('NFD')
		.replace(/([a-z])[\u0300-\u036F]+/g, '$1')
		.normalize('NFC');
}
