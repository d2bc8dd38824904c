/**
 * The parts of pages that show what is on this device: the box of a course, how far its reader is in it, whether a quiz
 * can begin, and the list of all there is.
 */
import { rememberWay } from '../enhance/known.ts';
import { followCourse } from './course-box.ts';
import { listAll } from './list.ts';
import { isKept, readerHere } from './reader.ts';

/** `workers`: null where the browser has none for this address. */
export function showOnDevice(workers: ServiceWorkerContainer | null): void {
	const box = document.querySelector<HTMLElement>('[data-keep-course]');
	if (box) {
		followCourse(box, workers);
		showWay();
	}
	const start = document.querySelector<HTMLElement>('[data-quiz-start]');
	if (start) void import('../enhance/quiz-start.ts').then(({ quizStart }) => quizStart(start));
	if (isKept() && document.querySelector('[data-known="first"]'))
		void import('../enhance/lay-way.ts').then(({ layHomeOver }) => layHomeOver(readerHere()));
	const list = document.querySelector<HTMLElement>('[data-on-device]');
	if (list) void listAll(list, workers !== null);
}

/** What the network tells of the reader's way is remembered, and laid over a page that was made for nobody. */
function showWay(): void {
	if (!isKept()) return rememberWay(readerHere());
	const { wayOf = '' } = document.querySelector<HTMLElement>('[data-way-of]')?.dataset ?? {};
	void import('../enhance/lay-way.ts').then(({ layWayOver }) => layWayOver(readerHere(), wayOf));
}
