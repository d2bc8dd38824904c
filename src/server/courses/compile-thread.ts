/** The thread of `compile-aside.ts`: compiles what it is given, says how far it is and what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { compileCourses } from '#content/compile.ts';
import type { Compiling, ToCompile } from './compile-aside.ts';

const say = (what: Compiling) => parentPort!.postMessage(what);
const { source, options } = workerData as ToCompile;
say({ result: await compileCourses(source, { ...options, at: (at) => say({ at }) }) });
