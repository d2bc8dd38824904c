/** Parts of a course: which lessons and quizzes each one holds, and what is wrong with how they are written. */
import type { PartFile } from '#schemas/author.ts';
import type { OutlineEntry, PartEntry } from '#schemas/catalog.ts';
import { noteOnce } from './checks/ids.ts';
import { outlineFiles, type Draft } from './draft.ts';
import { stringOf } from './yaml/front-matter.ts';
import type { ParsedFile } from './lesson.ts';
import type { Problems } from './problems.ts';
import type { Place } from './source.ts';
import { nearest } from './suggest.ts';

/** The parts with what they hold; none where the course is one whole. Only for drafts without an error in it. */
export function partsOf({ course, source }: Draft): PartEntry[] {
	const parts = course?.value.parts ?? [];
	const held = parts.map((): OutlineEntry[] => []);
	let now = 0;
	for (const each of outlineFiles(source)) {
		now = beginningAt(parts, each) ?? now;
		held[now]?.push({ kind: each.file.kind, id: each.id ?? '' });
	}
	return parts.map(({ id, title, picture }, index) => ({
		id,
		title,
		...(picture !== undefined && { picture }),
		items: held[index] ?? [],
	}));
}

/** Ids and order: every lesson and quiz belongs to one part, and stands beside the others of it. */
export function checkParts({ course, source }: Draft, problems: Problems): void {
	if (!course?.ok) return;
	const parts = course.value.parts ?? [];
	const at = (path: string) => course.places.get(path) ?? course.text.place(0);
	const seen = new Map<string, Place>();
	for (const [index, { id }] of parts.entries()) noteOnce(seen, id, at(`parts.${index}.id`), problems);
	for (const lesson of source.lessons) checkNamed(lesson, parts, problems);

	const files = outlineFiles(source);
	const ids = files.map(({ id }) => id ?? '');
	for (const [index, { begins }] of parts.entries())
		if (begins !== undefined && !ids.includes(begins))
			problems.add('part-begins-unknown', at(`parts.${index}.begins`), {
				id: begins,
				suggestion: nearest(begins, ids),
			});

	checkOrder(parts, files, at, problems);
	reportReturns(files, parts, problems);
}

/** Each part begins somewhere, later than the one before it. */
function checkOrder(
	parts: readonly PartFile[],
	files: readonly ParsedFile[],
	at: (path: string) => Place,
	problems: Problems,
): void {
	const starts = parts.map(({ begins }, index) =>
		index === 0 && begins === undefined ? 0 : files.findIndex((file) => beginningAt(parts, file) === index),
	);
	for (const [index, { id, begins }] of parts.entries()) {
		const start = starts[index]!;
		// What it begins with is not there: that is said.
		if (start === -1 && begins !== undefined) continue;
		const isFirst = index === 0;
		if (start === -1 || (isFirst && starts.includes(0, 1)))
			problems.add('part-empty', at(`parts.${index}`), { id });
		else if (isFirst ? start > 0 : start < Math.max(...starts.slice(0, index)))
			problems.add('part-order', at(`parts.${index}`), { id, first: isFirst });
	}
}

/** A lesson that names a part which was left already: parts hold what stands together. */
function reportReturns(files: readonly ParsedFile[], parts: readonly PartFile[], problems: Problems): void {
	let now = 0;
	for (const file of files) {
		const next = beginningAt(parts, file);
		const place = file.head.places.get('part');
		if (next !== undefined && next < now && place) problems.add('part-left', place, { id: parts[next]!.id });
		now = Math.max(now, next ?? now);
	}
}

function checkNamed({ head }: ParsedFile, parts: readonly PartFile[], problems: Problems): void {
	const id = stringOf(head.value?.part);
	const place = head.places.get('part');
	if (id === undefined || !place || parts.some((part) => part.id === id)) return;
	const known = parts.map((part) => part.id);
	problems.add('part-unknown', place, { id, known, suggestion: nearest(id, known) });
}

/** Which part begins with this lesson or quiz, or is named by it. */
function beginningAt(parts: readonly PartFile[], { head, id }: ParsedFile): number | undefined {
	const named = stringOf(head.value?.part);
	const index = parts.findIndex((part) =>
		named === undefined ? part.begins !== undefined && part.begins === id : part.id === named,
	);
	return index === -1 ? undefined : index;
}

/** Pictures of the course and its parts: there, and pictures. */
export function checkPictures({ course, media }: Draft, problems: Problems): void {
	if (!course) return;
	const at = (path: string) => course.places.get(path) ?? course.text.place(0);
	const pictures = [
		['picture', course.value.picture] as const,
		...(course.value.parts ?? []).map(({ picture }, index) => [`parts.${index}.picture`, picture] as const),
	];
	for (const [field, path] of pictures) {
		if (path === undefined) continue;
		const file = media.use(path);
		if (file && file.family !== 'picture') problems.add('picture-type', at(field), { path });
		else if (!file && !media.isRefused(path))
			problems.add('media-missing', at(field), { path, suggestion: media.suggestion(path) });
	}
}
