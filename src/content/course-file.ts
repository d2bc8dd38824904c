/** Parse: `course.yaml`. */
import { CourseFile } from '#schemas/author.ts';
import type { Localised } from '#schemas/common.ts';
import { idPattern } from '#schemas/names.ts';
import type { CourseFolder } from './layout.ts';
import type { Problems } from './problems.ts';
import { contentStart, decode, Text, type Place } from './source.ts';
import { readYaml } from './yaml/document.ts';
import { shape, type Places } from './yaml/shape.ts';

export interface ParsedCourse {
	text: Text;
	/** Whole only when `ok`; else whatever could be read. */
	value: Partial<CourseFile>;
	places: Places;
	/** ISO 8601, or null: for ever. */
	validFor: string | null;
	ok: boolean;
}

const placeOfNothing = { file: '', line: 1, column: 1 };

export function readCourseFile(folder: CourseFolder, today: string, problems: Problems): ParsedCourse | null {
	const path = `${folder.path}course.yaml`;
	const start = new Text(path, '').place(0);
	if (!folder.courseFile) {
		problems.add('course-file-missing', start, { folder: folder.name ?? '.' });
		return null;
	}
	const text = decode(path, folder.courseFile.bytes);
	if (!text) {
		problems.add('not-utf8', start, {});
		return null;
	}
	const yaml = readYaml(text, contentStart(text), text.raw.length, problems);
	if (!yaml) return null;
	const { value, places, ok } = shape(CourseFile, yaml, 'course', text, problems);
	if (typeof value !== 'object' || value === null) return null;
	const course: Partial<CourseFile> = value;
	const at = (key: string): Place => places.get(key) ?? placeOfNothing;
	const validFor = readDuration(course.certificate?.valid_for, at('certificate.valid_for'), problems);
	checkReview(course.review_by, at('review_by'), today, problems);
	checkTitles(course, at, problems);
	const isUsable = course.id !== undefined && new RegExp(idPattern).test(course.id);
	if (isUsable && folder.name !== null && course.id !== folder.name) {
		problems.add('course-folder-name', at('id'), { id: course.id ?? '', folder: folder.name });
	}
	return { text, value: course, places, validFor, ok };
}

function readDuration(written: string | undefined, place: Place, problems: Problems): string | null {
	if (written === undefined) return null;
	const [, count, unit] = /^([1-9]\d{0,3})\s*([ymd])$/i.exec(written) ?? [];
	if (count !== undefined && unit !== undefined) return `P${count}${unit.toUpperCase()}`;
	problems.add('valid-for-unreadable', place, { written });
	return null;
}

const dayLength = 24 * 60 * 60 * 1000;

function checkReview(date: string | undefined, place: Place, today: string, problems: Problems): void {
	if (date === undefined) return;
	const days = Math.round((Date.parse(date) - Date.parse(today)) / dayLength);
	if (days < 0) problems.add('review-past', place, { date });
	else if (days <= 60) problems.add('review-soon', place, { date, days });
}

/** Titles and summary must be there in the source language at least. */
function checkTitles(course: Partial<CourseFile>, at: (key: string) => Place, problems: Problems): void {
	const source = course.source_locale;
	if (source === undefined) return;
	const fields: [string, Localised | undefined][] = [
		['title', course.title],
		['summary', course.summary],
		['certificate.title', course.certificate?.title],
		...(course.parts ?? []).map((part, n): [string, Localised | undefined] => [
			`parts.${n}.title`,
			part?.title,
		]),
	];
	for (const [field, words] of fields) {
		if (words && !words[source]) problems.add('words-missing', at(field), { field, locale: source });
	}
}
