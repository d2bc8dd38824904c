import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Batch } from '#server/db/batch.ts';

interface Row {
	key: string;
	n: number;
}

/** What was written together, held back until it is let go. */
function recorder(isBad: (row: Row) => string | false = () => false) {
	const written: Row[][] = [];
	const batch = new Batch<Row, string>(
		({ key }) => key,
		async (rows) => {
			written.push(rows);
			await new Promise((resolve) => setImmediate(resolve));
			const bad = rows.map(isBad).find(Boolean);
			if (bad) throw Object.assign(new Error('refused'), { code: bad });
			return rows.map(({ key, n }) => `${key}${n}`);
		},
		{ rows: 5, atOnce: 2 },
	);
	return { batch, written };
}

describe('a batch', () => {
	test('gives each its own result, and never writes one key twice in a statement, nor too many rows', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 }), async (keys) => {
				const { batch, written } = recorder();
				const results = await Promise.all(keys.map((key, n) => batch.add({ key, n })));
				expect(results).toEqual(keys.map((key, n) => `${key}${n}`));
				for (const rows of written) {
					const own = rows.map(({ key }) => key);
					expect(own).toEqual([...new Set(own)].sort());
					expect(rows.length).toBeLessThanOrEqual(5);
				}
				expect(written.flat()).toHaveLength(keys.length);
			}),
		);
	});

	test('a row that cannot be written harms no other', async () => {
		const { batch } = recorder(({ n }) => n === 2 && '23514');
		const results = await Promise.allSettled([...'abcde'].map((key, n) => batch.add({ key, n })));
		expect(results.map(({ status }) => status)).toEqual([
			'fulfilled',
			'fulfilled',
			'rejected',
			'fulfilled',
			'fulfilled',
		]);
	});

	test('where the database is away each is told so at once, and the next is tried', async () => {
		let away = true;
		const { batch, written } = recorder(() => away && '57P01');
		const results = await Promise.allSettled([...'abc'].map((key, n) => batch.add({ key, n })));
		expect(results.every(({ status }) => status === 'rejected')).toBe(true);
		expect(written).toHaveLength(1);
		away = false;
		expect(await batch.add({ key: 'a', n: 9 })).toBe('a9');
	});
});
