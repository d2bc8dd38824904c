import type { CourseHere } from './messages.ts';

/** Fills `{n}` in what the page says with a figure: `data-words` is what it says. */
export function put(box: ParentNode, n: number): void {
	for (const part of box.querySelectorAll<HTMLElement>('[data-words]'))
		part.textContent = (part.dataset.words ?? '').replace('{n}', String(n));
	for (const bar of box.querySelectorAll('progress')) bar.value = n;
}

export function isSameCourse(one: CourseHere, other: CourseHere): boolean {
	return one.course === other.course && one.locale === other.locale;
}
