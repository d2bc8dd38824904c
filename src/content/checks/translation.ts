/** A translation against its source: the same ids in the same order, the same keys, and not out of date. */
import type { Contents, Draft } from '../draft.ts';
import { lineFix, sourceMark, type Insertion } from '../fix.ts';
import { noteOnce, reportNoHead, reportTwice } from './ids.ts';
import type { ParsedFile, ParsedLesson } from '../lesson.ts';
import type { Problems } from '../problems.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';
import { Text, type Place } from '../source.ts';
import { nearest } from '../suggest.ts';
import { checkTranslatedCases } from './cases.ts';
import { checkTranslatedQuestions } from './translated-questions.ts';

export function checkTranslation(
	draft: Draft,
	contents: Contents,
	problems: Problems,
	fixes: Insertion[],
): void {
	const { source, folder } = draft;
	const root = `${folder.path}${contents.locale}/`;
	const lessons = pair(source.lessons, contents.lessons, root, problems, fixes);
	for (const [lesson, original] of lessons) checkLesson(lesson, original, problems, fixes);
	const quizzes = pair(source.quizzes, contents.quizzes, root, problems, fixes);
	for (const [quiz, original] of quizzes) {
		checkSettings(quiz, original, problems);
		checkTranslatedCases(quiz, original, problems, fixes);
		checkTranslatedQuestions(quiz, original, contents.locale, problems, fixes);
	}
	checkCourseWords(draft, contents, problems);
}

/** Each translated file with its original: by id, and where it has none yet, by file name. */
function pair<F extends ParsedFile>(
	originals: F[],
	translated: F[],
	root: string,
	problems: Problems,
	fixes: Insertion[],
): [F, F][] {
	const pairs: [F, F][] = [];
	const taken = new Map<F, F>();
	for (const each of translated) {
		const written = each.head.value !== null && 'id' in each.head.value;
		const sameName = originals.find(
			({ file }) => file.slug === each.file.slug && file.order === each.file.order,
		);
		const original = written ? originals.find(({ id }) => id !== null && id === each.id) : sameName;
		if (each.head.missing) {
			reportNoHead(each, sameName?.id ?? null, [], problems, fixes);
		} else if (!written && each.head.value) {
			const id = translated.some((other) => other.id === original?.id) ? null : (original?.id ?? null);
			reportNoId(each, id, problems, fixes);
		}
		if (each.id !== null && !original) {
			const suggestion = nearest(
				each.id,
				originals.map(({ id }) => id ?? ''),
			);
			problems.add('translation-extra-file', each.idPlace, { id: each.id, suggestion });
		}
		if (!original) continue;
		const other = taken.get(original);
		if (other) reportTwice(original.id ?? '', each.idPlace, other.idPlace, problems);
		else taken.set(original, each);
		pairs.push([each, original]);
		const { order } = original.file;
		if (order !== each.file.order)
			problems.add('order-differs', each.text.place(0), { order: each.file.order, source: order });
		checkMark(each, original, problems, fixes);
	}
	for (const { file, id } of originals.filter((each) => !taken.has(each))) {
		const name = file.path.split('/').at(-1) ?? '';
		if (translated.some((each) => each.file.path === root + name)) continue; // There, under another id.
		problems.add('translation-file-missing', new Text(root + name, '').place(0), { id: id ?? name });
	}
	return pairs;
}

function reportNoId(each: ParsedFile, id: string | null, problems: Problems, fixes: Insertion[]): void {
	const code = each.file.kind === 'lesson' ? 'lesson-no-id' : 'quiz-no-id';
	problems.add(code, each.text.place(0), {}, id === null ? undefined : `id: ${id}`);
	if (id !== null) fixes.push(lineFix(each.text, each.head.firstLine, `id: ${id}`));
}

function checkMark(each: ParsedFile, original: ParsedFile, problems: Problems, fixes: Insertion[]): void {
	// What is still to be written into the original changes its mark.
	if (!each.head.value || original.head.missing) return;
	const current = sourceMark(original.text.raw);
	const written = 'source' in each.head.value;
	if (!written) {
		problems.add('translation-unmarked', each.text.place(0), {}, `source: ${current}`);
		fixes.push(lineFix(each.text, each.head.lastLine, `source: ${current}`));
	} else if (each.mark !== null && each.mark !== current) {
		const place = each.head.places.get('source:key') ?? each.text.place(0);
		problems.add('translation-stale', place, { source: original.file.path });
	}
}

function checkLesson(
	lesson: ParsedLesson,
	original: ParsedLesson,
	problems: Problems,
	fixes: Insertion[],
): void {
	const skills = lesson.skills.map(({ code }) => code).join();
	const place = lesson.head.places.get('skills');
	if (place && skills !== original.skills.map(({ code }) => code).join()) {
		problems.add('translation-differs', place, { field: 'skills' });
	}
	const part = lesson.head.places.get('part');
	if (part && lesson.head.value?.part !== original.head.value?.part)
		problems.add('translation-differs', part, { field: 'part' });
	checkTries(lesson, original, problems, fixes);
	const ids = (each: ParsedLesson) => each.references.checks.flatMap(({ id }) => id ?? []);
	compareIds(ids(original), ids(lesson), 'Check', lesson, problems);
}

function checkTries(
	lesson: ParsedLesson,
	original: ParsedLesson,
	problems: Problems,
	fixes: Insertion[],
): void {
	const { tries } = lesson.references;
	const wanted = original.references.tries;
	for (const [index, { id, place, insertAt }] of tries.entries()) {
		if (id !== null) continue;
		const there = tries.length === wanted.length ? (wanted[index]?.id ?? null) : null;
		const copied = tries.some((each) => each.id === there) ? null : there;
		problems.add('try-no-id', place, {}, copied === null ? undefined : `id="${copied}"`);
		if (copied !== null && insertAt !== -1) {
			fixes.push({ file: lesson.text.file, at: insertAt, insert: ` id="${copied}"` });
		}
	}
	if (tries.some(({ id }) => id === null)) return;
	const ids = (each: ParsedLesson) => each.references.tries.flatMap(({ id }) => id ?? []);
	compareIds(ids(original), ids(lesson), 'Try', lesson, problems);
}

function compareIds(
	wanted: string[],
	there: string[],
	name: string,
	lesson: ParsedLesson,
	problems: Problems,
): void {
	const uses = name === 'Try' ? lesson.references.tries : lesson.references.checks;
	const seen = new Map<string, Place>();
	for (const { id, place } of uses) {
		if (id !== null) noteOnce(seen, id, place, problems);
		if (id !== null && !wanted.includes(id)) {
			problems.add('translation-extra-component', place, { name, id, suggestion: nearest(id, wanted) });
		}
	}
	for (const id of wanted) {
		if (!there.includes(id)) problems.add('translation-no-component', lesson.text.place(0), { name, id });
	}
}

function checkSettings(quiz: ParsedQuiz, original: ParsedQuiz, problems: Problems): void {
	for (const field of [
		'kind',
		'pass',
		'attempts',
		'draw',
		'forms',
		'minutes',
		'shuffle',
		'review',
	] as const) {
		const value = quiz.settings[field];
		if (value === undefined || value === original.settings[field]) continue;
		problems.add('translation-differs', quiz.head.places.get(field) ?? quiz.text.place(0), { field });
	}
}

function checkCourseWords({ course }: Draft, { locale }: Contents, problems: Problems): void {
	if (!course) return;
	const { title, summary, certificate, parts = [] } = course.value;
	const fields = [
		['title', title] as const,
		['summary', summary] as const,
		['certificate.title', certificate?.title] as const,
		...parts.map((part, n) => [`parts.${n}.title`, part?.title] as const),
	];
	for (const [field, words] of fields) {
		if (!words || words[locale]) continue;
		const place = course.places.get(field) ?? course.text.place(0);
		problems.add('translation-words-missing', place, { field, locale });
	}
}
