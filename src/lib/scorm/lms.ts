/** The run-time of SCORM 1.2 (ADL, Run-Time Environment, version 1.2, 2001), as far as a page needs it. */

interface Api {
	LMSInitialize(nothing: ''): string;
	LMSGetValue(element: string): string;
	LMSSetValue(element: string, value: string): string;
	LMSCommit(nothing: ''): string;
	LMSFinish(nothing: ''): string;
}
type Framed = Window & { API?: Api };

/** Characters that a system must keep for a page. */
const mostKept = 4096;

/** What a page tells the system that shows it; without one nothing is told. */
export class Lms {
	readonly #api: Api | null;
	readonly #began = Date.now();
	#finished = false;

	constructor(page: Window) {
		this.#api = findApi(page);
		this.#api?.LMSInitialize('');
		if (/^(?:not attempted)?$/.test(this.status)) this.#set('cmi.core.lesson_status', 'incomplete');
	}

	get isThere(): boolean {
		return this.#api !== null;
	}

	get status(): string {
		return this.#api?.LMSGetValue('cmi.core.lesson_status') ?? '';
	}

	/** What was kept by `keep`; an empty string: nothing. */
	get kept(): string {
		return this.#api?.LMSGetValue('cmi.suspend_data') ?? '';
	}

	/** What is too long is not kept: the result counts all the same. */
	keep(words: string): void {
		if (words.length <= mostKept) this.#set('cmi.suspend_data', words);
	}

	/** @param percent 0 to 100 */
	score(percent: number): void {
		this.#set('cmi.core.score.min', '0');
		this.#set('cmi.core.score.max', '100');
		this.#set('cmi.core.score.raw', String(Math.round(percent * 100) / 100));
	}

	complete(): void {
		this.#set('cmi.core.lesson_status', 'completed');
	}

	commit(): void {
		this.#api?.LMSCommit('');
	}

	/** Once, when the page goes. */
	finish(): void {
		if (this.#finished) return;
		this.#finished = true;
		this.#set('cmi.core.session_time', timeSpan(Date.now() - this.#began));
		// The system comes back to where it was left unless the page is done.
		this.#set('cmi.core.exit', this.status === 'completed' ? '' : 'suspend');
		this.#api?.LMSFinish('');
	}

	#set(element: string, value: string): void {
		this.#api?.LMSSetValue(element, value);
	}
}

/** In the frames around, then in the window that opened this one. */
function findApi(page: Framed): Api | null {
	for (const start of [page, page.opener as Framed | null]) {
		let at: Framed | null = start;
		for (let step = 0; at && step < 50; step += 1) {
			const found = apiOf(at);
			if (found) return found;
			at = at.parent === at ? null : at.parent;
		}
	}
	return null;
}

/** A frame of another site tells nothing. */
function apiOf(frame: Framed): Api | undefined {
	try {
		return frame.API;
	} catch {
		return undefined;
	}
}

/** `HHHH:MM:SS.SS`. */
export function timeSpan(milliseconds: number): string {
	const seconds = Math.max(0, milliseconds) / 1000;
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
	return `${hours}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two((seconds * 100) % 100)}`;
}
