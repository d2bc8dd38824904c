import { fieldHelp, yamlCauses } from './fields.ts';
import { list, maybe } from './say.ts';

type Area = typeof import('../vi/files.ts').files;

/** Files, folders, YAML and ids. */
export const files = {
	'folder-missing': (p) => `The folder “${p.path}” cannot be opened. Please check the path.`,
	'no-courses': (p) =>
		`There is no course in the folder “${p.path}”. Name the folder that holds the courses, or the folder of one course (it has a course.yaml).`,
	'file-unreadable': (p) => `This file cannot be read (${p.reason}). Check who may read it, or take it away.`,
	'file-too-big': (p) =>
		`The file has ${p.kilobytes} KB, more than the ${p.limit} KB allowed, so it is not read. Split or compress it.`,
	'file-too-slow': (p) =>
		`After ${p.seconds} seconds this file was still being read, so it is left out. Split it into several short files, or look for a place where the same signs come again and again.`,
	'folder-too-big': () =>
		'The folder has too many files, is too heavy or too deep. Take away what does not belong to the course.',
	'link-outside': () =>
		'This is a link that leads out of the course folder, so it is not read. Copy the file into the folder instead.',
	'file-name': () => 'The file name has odd characters. Rename it with plain letters, digits and hyphens.',
	'not-utf8': () =>
		'The file is not saved as UTF-8, so its letters could come out wrong. Save it again as UTF-8.',
	'unknown-file': (p) =>
		`It is not clear what “${p.path}” is for, so it is left out. Lessons are “vi/01-name.md”, pictures are in “media/”.`,
	'content-file-name': (p) =>
		`The name “${p.name}” does not fit, so this file is left out. Call it “${p.proposed}” (number, hyphen, plain letters), right in the folder of its language.`,
	'order-twice': (p) =>
		`Number ${p.order} is already taken by “${p.other}”, so it is not clear which comes first. Change the number at the start of the file name.`,
	'order-differs': (p) =>
		`The translation has number ${p.order}, the original ${p.source}. The original decides; rename the file so that it is easy to find.`,
	'course-file-missing': (p) =>
		`The folder “${p.folder}” has no course.yaml, so it is no course yet. Add that file, or move the folder away.`,
	'course-folder-name': (p) =>
		`The course has the id “${p.id}” but stands in the folder “${p.folder}”. Use one name for both, so that it is easy to find.`,
	'no-lessons': (p) =>
		`There is no lesson in the folder “${p.locale}”, the source language. Add lessons, or correct source_locale.`,
	'yaml-syntax': (p) =>
		`These fields (YAML) cannot be read: ${yamlCauses[p.detail] ?? p.detail}. Mend it near this place.`,
	'yaml-duplicate-key': (p) => `“${p.key}” is written twice, so it is not clear which one counts. Keep one.`,
	'yaml-alias': () =>
		'The signs & and * of YAML, which repeat content, are not used here. Write the content out.',
	'front-matter-missing': () =>
		'The file has no fields at its head, so its id is not known. Run “check --fix” to have them written, or add a line “---”, lines for id and title, and another line “---”.',
	'front-matter-unclosed': () =>
		'The fields at the head are not closed. Add a line “---” after the last of them.',
	'yaml-hash': (p) =>
		`In “${p.field}”, “${p.lost}” gets lost: in front matter, # behind a blank begins a comment. Put all of it in quotes: "${p.kept} ${p.lost}".`,
	'foreign-field': (p) =>
		`The field “${p.field}” means nothing here and is left aside. Fields that can be used: ${list(p.known)}.`,
	'title-twice': (p) =>
		`The front matter has the title “${p.title}” already, so the heading “${p.heading}” is not shown. Leave one of them out.`,
	'missing-field': (p) => `The line “${p.field}” is missing. ${fieldHelp(p.about)}`,
	'unknown-field': (p) =>
		`There is no “${p.field}” here.${maybe(p.suggestion)} What can be used: ${list(p.known)}.`,
	'wrong-value': (p) => `The value of “${p.field}” does not fit. ${fieldHelp(p.about)}`,
	'unknown-value': (p) =>
		`“${p.value}” cannot be used for “${p.field}”.${maybe(p.suggestion)} What can be used: ${list(p.allowed)}.`,
	'date-unreadable': (p) => `“${p.value}” is not a date. Write year-month-day, such as 2027-06-30.`,
	'too-long': (p) => `“${p.field}” is longer than ${p.limit} characters. Make it shorter.`,
	'words-missing': (p) => `“${p.field}” lacks the language “${p.locale}”, the source. Add “${p.locale}: …”.`,
	'id-pattern': (p) =>
		`The id “${p.id}” does not fit. An id has small letters without marks, digits and hyphens, 64 at most, such as “phone-calls”.`,
	'id-reserved': (p) => `The id “${p.id}” is a word of the system. Choose another.`,
	'id-twice': (p) =>
		`The id “${p.id}” is used at ${p.other} too, so results would get mixed up. Give one of the two another id.`,
	'lesson-no-id': () =>
		'The lesson has no id. The id keeps progress when the file is renamed. Run “check --fix” to add it.',
	'quiz-no-id': () =>
		'The quiz has no id. The id keeps results when the file is renamed. Run “check --fix” to add it.',
	'question-no-id': () =>
		'The question has no id. The id keeps answers when the words change. Run “check --fix” to add it, or write {#name} at the end of the line.',
	'option-no-id': () =>
		'The option has no id. The id keeps answers when the order changes. Run “check --fix” to add it, or write {#a} at the end of the line.',
	'try-no-id': () => 'The task (Try) has no id. Run “check --fix” to add it, or write <Try id="name">.',
} satisfies Area;
