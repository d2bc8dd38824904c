import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { fail, type Failure } from '../failure.ts';
import type { CertificatePdfInput } from './pdf.ts';
import type { PaperInput } from './set-paper.ts';

/** What the thread answers; without `pdf` it has failed. */
export interface SetPaper {
	pdf?: Uint8Array;
	error?: string;
}
type Make<Input> = (input: Input) => Promise<Uint8Array>;

const here = fileURLToPath(import.meta.url);
/** Beside this once it is built; from the sources, as tests run it, there is nothing that a thread could start. */
const thread = here.endsWith('.ts') ? null : path.join(path.dirname(here), 'pdf-thread.js');

/** So many wait for theirs; whoever comes then is asked to come again, in seconds. */
const mostWaiting = 40;
const secondsToWait = 5;
/** A paper takes tens of milliseconds; one that takes longer than this, in milliseconds, is given up. */
const longest = 20_000;
const memory = 16 * 1024 * 1024;
/** Pictures are known by their names, which hold what is in them. */
const withoutBytes = (_name: string, value: unknown) => (value instanceof Uint8Array ? null : value);

/**
 * Certificates on paper, and tests. They are set in a thread of their own, one at a time, so that learners are served meanwhile; the
 * last ones are kept, since a paper is mostly opened several times, and never changes while the certificate does not.
 */
export class Paper<Input extends PaperInput = CertificatePdfInput> {
	readonly #kept = new LRUCache<string, Uint8Array>({
		maxSize: memory,
		sizeCalculation: (pdf) => pdf.length,
	});
	/** Those that are being set or wait for it. */
	readonly #wanted = new Map<string, Promise<Uint8Array>>();
	#last: Promise<unknown> = Promise.resolve();
	readonly #setter: PdfThread | null;

	/** `make`: instead of the thread. */
	constructor(private readonly make?: Make<Input>) {
		this.#setter = !make && thread ? new PdfThread(thread) : null;
	}

	async pdf(input: Input): Promise<Uint8Array | Failure> {
		const key = createHash('sha256').update(JSON.stringify(input, withoutBytes)).digest('base64');
		const there = this.#kept.get(key) ?? this.#wanted.get(key);
		if (there) return there;
		if (this.#wanted.size >= mostWaiting) return fail('unavailable', { values: { seconds: secondsToWait } });
		const wanted = this.#last.then(() => this.#set(input));
		this.#wanted.set(key, wanted);
		this.#last = wanted.catch(() => {}).finally(() => this.#wanted.delete(key));
		const pdf = await wanted;
		this.#kept.set(key, pdf);
		return pdf;
	}

	async #set(input: Input): Promise<Uint8Array> {
		if (this.make) return this.make(input);
		if (this.#setter) return this.#setter.set(input);
		return (await import('./set-paper.ts')).setPaper(input);
	}

	stop(): Promise<void> {
		return this.#setter?.stop() ?? Promise.resolve();
	}
}

/** A thread that is started when the first paper is asked for, and anew should it break. */
class PdfThread {
	#worker: Worker | null = null;

	constructor(private readonly file: string) {}

	async set(input: PaperInput): Promise<Uint8Array> {
		// What sets the paper is binary: it must have been loaded here, else it goes with the thread and takes all along.
		await import('@myriaddreamin/typst-ts-node-compiler');
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve, reject) => {
			// One that hangs must not keep all others waiting: the thread ends, and the next paper starts another.
			const hangs = setTimeout(() => void worker.terminate(), longest);
			const settle = (act: () => void) => {
				clearTimeout(hangs);
				worker.off('message', answered).off('error', broken).off('exit', ended);
				act();
			};
			const answered = ({ pdf, error }: SetPaper) =>
				settle(() => (pdf ? resolve(pdf) : reject(new Error(`A certificate could not be set: ${error}`))));
			const broken = (error: Error) => settle(() => reject(error));
			const ended = () => settle(() => reject(new Error('The thread that sets certificates has ended.')));
			worker.on('message', answered).on('error', broken).on('exit', ended).postMessage(input);
		});
	}

	#start(): Worker {
		const worker = new Worker(this.file, { execArgv: [] });
		worker.unref();
		worker.once('exit', () => {
			if (this.#worker === worker) this.#worker = null;
		});
		return worker;
	}

	async stop(): Promise<void> {
		await this.#worker?.terminate();
	}
}
