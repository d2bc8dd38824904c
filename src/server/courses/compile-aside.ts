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

const here = fileURLToPath(import.meta.url);
/** Beside this once it is built; from the sources, as tests run it, there is nothing that a thread could start. */
const thread = here.endsWith('.ts') ? null : path.join(path.dirname(here), 'compile-thread.js');

/**
 * Compiles in a thread of its own. It takes seconds for many lessons, in which learners are served, and its tools take
 * much memory, which comes back when the thread ends.
 */
export async function compileAside(source: SourceFolder, options: CompileOptions): Promise<CompileResult> {
	if (!thread) return (await import('#content/compile.ts')).compileCourses(source, options);
	// What works on pictures is binary: it must have been loaded here, else it goes with the thread and takes all along.
	if (Object.keys(source.files).some((file) => /\.(?:png|jpe?g|webp)$/i.test(file))) await loadSharp();
	const workerData: ToCompile = { source, options };
	return new Promise((resolve, reject) => {
		const worker = new Worker(thread, { workerData, execArgv: [] });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`Compiling courses ended with status ${code}.`)));
	});
}
