/** The table of `docs/security.md`: counted, and naming what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (pass|partial|fail|n\/a) \| (.+) \|$/gm)].map(
	([, id = '', verdict = '', why = '']) => ({ id, verdict, why }),
);
const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;

/** How many requirements of levels 1 and 2 each chapter of ASVS 4.0.3 has. */
const chapters = {
	1: 38,
	2: 54,
	3: 18,
	4: 9,
	5: 30,
	6: 13,
	7: 12,
	8: 15,
	9: 7,
	10: 5,
	11: 8,
	12: 15,
	13: 13,
	14: 23,
};

describe('the table of security requirements', () => {
	it('has each requirement once', () => {
		const found: Record<string, number> = {};
		for (const { id } of rows) found[id.split('.')[0]!] = (found[id.split('.')[0]!] ?? 0) + 1;
		expect(found).toEqual(chapters);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
	});

	it('is counted right, with fewer than ten fails', () => {
		const [pass, partial, fail, none] = ['pass', 'partial', 'fail', 'n/a'].map(count);
		expect(text).toContain(
			`${pass} pass, ${partial} partial, ${fail} fail, ${none} n/a, of ${rows.length} requirements`,
		);
		expect(fail).toBeLessThan(10);
	});

	it('names files that are there', () => {
		const named = [...text.matchAll(/`((?:src|tests|docs)\/[^`]+|[A-Z]+\.md|svelte\.config\.js)`/g)].map(
			([, file = '']) => file,
		);
		expect(named.length).toBeGreaterThan(60);
		expect(named.filter((file) => !existsSync(file))).toEqual([]);
	});
});
