/** A file over which the compiler hangs holds up nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SourceFolder } from '#content/source.ts';
import { compileAside } from '#server/courses/compile-aside.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-thread-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that works through the files, and hangs at those of these names. */
function threadThatHangsAt(...names: string[]): string {
	const file = path.join(folder, `${names.join('-')}.mjs`);
	writeFileSync(
		file,
		`import { parentPort, workerData } from 'node:worker_threads';
		const { files, problems } = workerData.source;
		const hang = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		for (const at of Object.keys(files)) {
			parentPort.postMessage({ at });
			if (${JSON.stringify(names)}.includes(at)) hang();
		}
		if (${names.length === 0}) hang();
		parentPort.postMessage({ result: { present: Object.keys(files), errors: problems } });`,
	);
	return file;
}
const bytes = new Uint8Array();
const source: SourceFolder = {
	root: '/',
	files: { 'a.md': { bytes }, 'b.md': { bytes }, 'c.md': { bytes } },
};
const options = { today: '2026-11-27', locale: 'vi' } as const;
const seconds = 1;
const tooSlow = (file: string) => ({ file, code: 'file-too-slow', params: { seconds } });

it.concurrent.each([
	['one', ['b.md'], ['a.md', 'c.md']],
	['the last', ['c.md'], ['a.md', 'b.md']],
	['two', ['a.md', 'b.md'], ['c.md']],
])('%s: it is left out and told of, and the others are compiled', async (_name, hanging, others) => {
	const thread = threadThatHangsAt(...hanging);
	expect(await compileAside(source, options, { thread, seconds })).toEqual({
		present: others,
		errors: hanging.map(tooSlow),
	});
});

it.concurrent('says so where it hangs over no file', async () => {
	const thread = threadThatHangsAt();
	await expect(compileAside({ ...source, files: {} }, options, { thread, seconds })).rejects.toThrow(/hangs/);
});

it('breaks with its thread', async () => {
	const thread = path.join(folder, 'broken.mjs');
	writeFileSync(thread, 'process.exit(3);');
	await expect(compileAside(source, options, { thread, seconds })).rejects.toThrow(/status 3/);
});
