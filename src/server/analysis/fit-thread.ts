/** The thread of `fit-aside.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { fitItems } from '#domain/analysis/irt.ts';
import type { ToFit } from './fit-aside.ts';

const { matrix, maxScores, model } = workerData as ToFit;
parentPort!.postMessage(fitItems(matrix, maxScores, model));
