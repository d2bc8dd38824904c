import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

/** Of each family the files by weight: full ones, since the usual web packages are cut into subsets with holes. */
const families = [
	[
		'@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
		'@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
		'@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
	],
	[
		'@expo-google-fonts/battambang/400Regular/Battambang_400Regular.ttf',
		'@expo-google-fonts/battambang/700Bold/Battambang_700Bold.ttf',
	],
];

function fontFile(name: string): Buffer {
	return readFileSync(createRequire(import.meta.url).resolve(name));
}

/** All fonts that certificates are set in, as files. */
export function fontFiles(): Buffer[] {
	return families.flat().map(fontFile);
}

let sharedCoverage: Promise<Set<number>[]> | undefined;

/** For each family the characters that all its weights have a glyph for. */
async function readCoverage(): Promise<Set<number>[]> {
	// Heavy, and most of what a server does needs no certificate.
	const { create } = await import('fontkit');
	return families.map((files) => {
		const [first = new Set<number>(), ...others] = files.map(
			(name) => new Set<number>((create(fontFile(name)) as Font).characterSet),
		);
		return new Set([...first].filter((character) => others.every((other) => other.has(character))));
	});
}

/** What is laid out without a glyph of its own: Khmer word breaks, and joiners that change how its letters look. */
const unseen = /[\u200b-\u200d]/;
/** Marks over one another that no language here writes, and that would run into the lines around. */
const heaped = /[\u0300-\u036f]{3,}/gu;

/**
 * Characters of a name that the paper cannot show, each once; none: the name can be printed. Only our own fonts count,
 * so that every machine says the same.
 */
export async function unprintable(name: string): Promise<string[]> {
	const coverage = await (sharedCoverage ??= readCoverage());
	const missing = [...name.normalize('NFC')].filter(
		(character) =>
			!unseen.test(character) && !coverage.some((glyphs) => glyphs.has(character.codePointAt(0)!)),
	);
	const heaps = name.normalize('NFD').match(heaped) ?? [];
	return [...new Set([...missing, ...heaps])];
}
