/** The thread of `compile-aside.ts`: compiles what it is given, says what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { compileCourses } from '#content/compile.ts';
import type { ToCompile } from './compile-aside.ts';

const { source, options } = workerData as ToCompile;
parentPort!.postMessage(await compileCourses(source, options));
