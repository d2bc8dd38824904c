import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ScoreMatrix } from '#domain/analysis/cases.ts';
import { fitItems, type IrtFit, type IrtModel } from '#domain/analysis/irt.ts';

export interface ToFit {
	matrix: ScoreMatrix;
	maxScores: number[];
	model: IrtModel;
}

const here = fileURLToPath(import.meta.url);
/** Beside this once it is built; from the sources, as tests run it, there is nothing that a thread could start. */
const built = here.endsWith('.ts') ? null : path.join(path.dirname(here), 'fit-thread.js');

/** One after another, however many ask. */
let last: Promise<unknown> = Promise.resolve();

/** Fits in a thread of its own: it takes seconds, in which learners are served. */
export function fitAside(asked: ToFit): Promise<IrtFit> {
	const fit = last.then(() =>
		built ? inThread(built, asked) : fitItems(asked.matrix, asked.maxScores, asked.model),
	);
	last = fit.catch(() => {});
	return fit;
}

function inThread(thread: string, workerData: ToFit): Promise<IrtFit> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(thread, { workerData, execArgv: [] });
		worker.once('message', resolve).once('error', reject);
		worker.once('exit', (code) => reject(new Error(`Fitting a model ended with status ${code}.`)));
	});
}
