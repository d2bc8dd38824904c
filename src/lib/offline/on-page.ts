/** The parts of pages that show what is on this device: the box of a course, and the list of all there is. */
import { followCourse } from './course-box.ts';
import { listAll } from './list.ts';

/** `workers`: null where the browser has none for this address. */
export function showOnDevice(workers: ServiceWorkerContainer | null): void {
	const box = document.querySelector<HTMLElement>('[data-keep-course]');
	if (box) followCourse(box, workers);
	const list = document.querySelector<HTMLElement>('[data-on-device]');
	if (list) void listAll(list, workers !== null);
}
