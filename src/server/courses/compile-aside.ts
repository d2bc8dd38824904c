import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CompileOptions, CompileResult } from '#content/compile.ts';
import { loadSharp } from '#content/media/pictures.ts';
import type { SourceFolder } from '#content/source.ts';

/** What the thread is given. */
export interface ToCompile {
	source: SourceFolder;
	options: CompileOptions;
}
/** What it says: at which file it is, and at last what came of it. */
export type Compiling = { at: string } | { result: CompileResult };

const here = fileURLToPath(import.meta.url);
/** Beside this once it is built; from the sources, as tests run it, there is nothing that a thread could start. */
const built = here.endsWith('.ts') ? null : path.join(path.dirname(here), 'compile-thread.js');
/** The slowest file that the limits allow takes two seconds. */
const secondsAFile = 30;

/**
 * Compiles in a thread of its own. It takes seconds for many lessons, in which learners are served, and its tools take
 * much memory, which comes back when the thread ends. A file over which the thread hangs is left out with a finding.
 */
export async function compileAside(
	source: SourceFolder,
	options: CompileOptions,
	{ thread = built, seconds = secondsAFile } = {},
): Promise<CompileResult> {
	if (!thread) return (await import('#content/compile.ts')).compileCourses(source, options);
	// What works on pictures is binary: it must have been loaded here, else it goes with the thread and takes all along.
	if (Object.keys(source.files).some((file) => /\.(?:png|jpe?g|webp)$/i.test(file))) await loadSharp();
	for (let rest = source; ;) {
		const done = await inThread(thread, { source: rest, options }, seconds);
		if ('result' in done) return done.result;
		if (!Object.hasOwn(rest.files, done.at))
			throw new Error(`Compiling courses hangs at ${done.at || 'its start'}.`);
		rest = without(rest, done.at, seconds);
	}
}

/** Of a thread that says nothing new for so many seconds, the file at which it was. */
function inThread(thread: string, workerData: ToCompile, seconds: number): Promise<Compiling> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(thread, { workerData, execArgv: [] });
		let at = '';
		const hangs = setTimeout(() => {
			resolve({ at });
			void worker.terminate();
		}, seconds * 1000);
		worker.on('message', (said: Compiling) => {
			if ('result' in said) return resolve(said);
			at = said.at;
			hangs.refresh();
		});
		worker.once('error', reject);
		worker.once('exit', (code) => {
			clearTimeout(hangs);
			reject(new Error(`Compiling courses ended with status ${code}.`));
		});
	});
}

function without(
	{ files, problems = [], ...source }: SourceFolder,
	file: string,
	seconds: number,
): SourceFolder {
	const rest = Object.fromEntries(Object.entries(files).filter(([name]) => name !== file));
	return {
		...source,
		files: rest,
		problems: [...problems, { file, code: 'file-too-slow', params: { seconds } }],
	};
}
