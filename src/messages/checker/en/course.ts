import { maybe } from './say.ts';

type Area = typeof import('../vi/course.ts').course;

/** Courses as wholes, frameworks and tracks, translations; and the report itself. */
export const course = {
	'valid-for-unreadable': (p) =>
		`It is not clear how long “${p.written}” is. Write 2y (two years), 18m (eighteen months) or 90d (ninety days).`,
	'review-past': (p) =>
		`The day to look over the content (${p.date}) has passed, so something may no longer be true. Read the course again, then write a new date.`,
	'review-soon': (p) =>
		`The day to look over the content (${p.date}) is ${p.days === 1 ? '1 day' : `${p.days} days`} away. Plan to read the course again.`,
	'requires-quiz-unknown': (p) =>
		`The certificate asks for the quiz “${p.id}”, but the course has none of that id.${maybe(p.suggestion)} Correct the id.`,
	'requires-lesson-unknown': (p) =>
		`The certificate asks for the lesson “${p.id}”, but the course has none of that id.${maybe(p.suggestion)} Correct the id.`,
	'requires-practice': (p) =>
		`“${p.id}” is practice and not counted, so nobody could pass it. Choose a quiz or an exam.`,
	'requires-supervised-nothing': () =>
		'The certificate asks for supervision, but for no quiz that could be supervised. Name one, such as “requires: { quizzes: [final], supervised: true }”.',
	'id-vanished': (p) =>
		`The ${p.kind} “${p.id}” was published and is gone, so learners’ results would lose their place. If its id changed, add “formerly: { ${p.id}: ${p.suggestion ?? 'new-id'} }” to course.yaml. If it is gone for good, add “removed: [${p.id}]”.`,
	'id-retired': (p) =>
		`The id “${p.id}” was renamed or removed in an earlier version, and learners’ results still hold it. Choose a new id. If the same thing comes back, add “formerly: { ${p.id}: new-id }” to course.yaml.`,
	'formerly-unknown': (p) =>
		`formerly points to “${p.id}”, but the course has no such id.${maybe(p.suggestion)} Correct the new id.`,
	'formerly-present': (p) =>
		`“${p.id}” is listed as an old id, but the course still uses it. Take this line away, or change the id in use.`,
	'part-unknown': (p) =>
		p.known.length === 0
			? `This lesson names the part “${p.id}”, but course.yaml has no parts. Add “parts:” to course.yaml, or delete this line.`
			: `The course has no part “${p.id}”.${maybe(p.suggestion)} Its parts: ${p.known.join(', ')}. Correct the id.`,
	'part-begins-unknown': (p) =>
		`This part begins with “${p.id}”, but the course has no such lesson or quiz.${maybe(p.suggestion)} Correct the id.`,
	'part-empty': (p) =>
		`The part “${p.id}” has no lesson. Write “begins:” with the id of its first lesson, or take the part away.`,
	'part-order': (p) =>
		p.first
			? `There are lessons before the first part “${p.id}”, and they belong to none. Take “begins:” of the first part away, or add a part before it.`
			: `The part “${p.id}” begins earlier than the part before it. Put the parts in the order of the lessons.`,
	'part-left': (p) =>
		`The part “${p.id}” ended with an earlier lesson. Lessons of a part stand together; change their order, or correct the part.`,
	'picture-type': (p) => `“${p.path}” is not a picture. Choose a picture of the folder media.`,
	'competence-unknown': (p) =>
		`There is no competence “${p.code}” in the framework.${maybe(p.suggestion)} Look it up in the folder frameworks. One of another framework is written with its id, such as other:2.1.`,
	'competence-twice': (p) => `The competence “${p.code}” stands twice in the framework. Take one away.`,
	'framework-unknown': (p) =>
		`There is no framework “${p.id}”.${maybe(p.suggestion)} Correct the line framework.`,
	'framework-unsaid': (p) =>
		`There are several frameworks (${p.known.join(', ')}), and the course does not say which is its own. Add a line “framework: ${p.known[0] ?? ''}” with the id of the right one to course.yaml.`,
	'skill-twice': (p) => `The competence “${p.name}” stands here twice. Take one away.`,
	'track-course-unknown': (p) =>
		`The track names the course “${p.id}”, but there is none.${maybe(p.suggestion)} Correct the id, or take it away.`,
	'translation-file-missing': (p) =>
		`“${p.id}” is not translated yet; learners see the original. Add this file once it is translated.`,
	'translation-extra-file': (p) =>
		`The original has no “${p.id}”.${maybe(p.suggestion)} A translation uses the ids of the original.`,
	'translation-words-missing': (p) =>
		`“${p.field}” lacks the language “${p.locale}”; learners see the original. Add the translation.`,
	'translation-stale': (p) =>
		`The original (${p.source}) has changed since this was translated. Bring the translation up to date, delete this source line, then run “check --fix”.`,
	'translation-unmarked': () =>
		'The translation does not say which original it was made from, so nobody can tell when it is out of date. Run “check --fix” to add a source line.',
	'translation-differs': (p) =>
		`“${p.field}” is not as in the original. It is only needed there; take it away here, or make it the same.`,
	'translation-no-component': (p) =>
		`The original has <${p.name}> with the id “${p.id}”, the translation has not. Add it at the same place.`,
	'translation-extra-component': (p) =>
		`The original has no <${p.name}> with the id “${p.id}”.${maybe(p.suggestion)} A translation uses the ids of the original.`,
	'translation-question-missing': (p) =>
		`The question “${p.id}” is not translated yet; learners see the original. Add it.`,
	'translation-extra-question': (p) =>
		`The original has no question “${p.id}”.${maybe(p.suggestion)} A translation uses the ids of the original.`,
	'translation-no-option': (p) => `The question lacks the option “${p.id}” of the original. Add it.`,
	'translation-extra-option': (p) =>
		`The original has no option “${p.id}” in this question. Its ids are: ${p.wanted.join(', ')}.`,
	'translation-order': (p) =>
		`“${p.id}” does not stand where the original has it; “${p.expected}” belongs here. Use the order of the original.`,
	'translation-kind': () =>
		'The question is answered in another way than in the original. Use the same kind of question.',
	'translation-key': () =>
		'The right answer is not the same as in the original. Correct it, or leave it out: the original’s answer counts.',
	'report-fix': (p) => `--fix would write: ${p.fix}`,
	'report-written': (p) => `${p.file}:${p.line}: --fix wrote ${p.words}`,
	'report-error': () => 'error',
	'report-warning': () => 'warning',
	'report-withheld': (p) =>
		`${p.course}: “${p.locale}” has an error, so it stays as it was last published, if it was; other languages are not affected.`,
	'report-courses': (p) =>
		`${p.courses.length === 1 ? '1 course' : `${p.courses.length} courses`} looked at: ${p.courses.join(', ')}.`,
	'report-sum': (p) =>
		`${p.errors} ${p.errors === 1 ? 'error' : 'errors'}, ${p.warnings} ${p.warnings === 1 ? 'warning' : 'warnings'}.`,
} satisfies Area;
