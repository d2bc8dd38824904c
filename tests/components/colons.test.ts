/** Khmer has a colon of its own, so colons stand in the messages. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no words of a message end in a colon of the markup', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.svelte'))
		.map((file) => `src/${file}`);
	expect(files.length).toBeGreaterThan(100);
	const colons = files.flatMap((file) =>
		(readFileSync(file, 'utf8').match(/\{t(?:\.\w+)+\}:/g) ?? []).map((found) => `${file}: ${found}`),
	);
	expect(colons).toEqual([]);
});
