/** How each field is written. */
const help: Record<string, string> = {
	'course.id': 'It is the id of the course and never changes, such as “id: smartphone”.',
	'course.source_locale': 'It is the language that the course is written in first: vi, km or en.',
	'course.title': 'It is the title per language, such as “title: { en: Smartphones }”.',
	'course.summary': 'It is one or two sentences per language, such as “summary: { en: … }”.',
	'course.groups': 'These are the target groups in square brackets, such as “groups: [elderly]”.',
	'course.framework': 'It is the id of the framework of the course, such as “framework: tt02-2025”.',
	'course.skills':
		'Each line is a competence code and a level from 1 to 8, such as “"4.1": 2”; of another framework, “"other:2.1": 2”.',
	'course.picture':
		'It is the picture of the course in the folder media, such as “picture: media/cover.svg”.',
	'course.parts':
		'These are the parts of the course in order; each has id and title, and begins and picture if you like.',
	'course.parts.id': 'It is the id of the part, which never changes, such as “id: calling”.',
	'course.parts.title': 'It is the name of the part, per language, such as “title: { en: Calling }”.',
	'course.parts.begins': 'It is the id of the first lesson of the part, such as “begins: phone-calls”.',
	'course.parts.picture':
		'It is the picture of the part in the folder media, such as “picture: media/part-1.svg”.',
	'course.requires': 'It is what the certificate asks for, such as “requires: { quizzes: [final] }”.',
	'course.requires.lessons': 'It is a list of lesson ids in square brackets; left out, it means all.',
	'course.requires.quizzes': 'It is a list of quiz ids in square brackets, such as [final].',
	'course.requires.supervised':
		'Write “supervised: true” if those quizzes are to be passed in a supervised room; leave it out for anywhere.',
	'course.certificate': 'A certificate needs a title; valid_for is optional, such as 2y.',
	'course.certificate.title': 'It is the title of the certificate per language, such as “title: { en: … }”.',
	'course.certificate.valid_for':
		'It is how long it holds: 2y is two years, 18m eighteen months, 90d ninety days.',
	'course.review_by': 'It is the day to look over the content again, such as 2027-06-30.',
	'course.licence': 'It is the licence, such as CC-BY-4.0.',
	'course.authors': 'These are the names of the authors, in square brackets.',
	'course.formerly': 'Each line is the old id, then the new one, such as “old-id: new-id”.',
	'course.removed': 'It is a list, in square brackets, of ids that are gone for good.',
	'lesson.id': 'It is the id of the lesson, the same in all languages, such as “id: phone-calls”.',
	'lesson.title': 'It is the title of the lesson, such as “title: Making a call”.',
	'lesson.summary': 'It is one sentence about the lesson, 400 characters at most.',
	'lesson.skills': 'These are competence codes in square brackets and quotes, such as ["4.1"].',
	'lesson.part': 'It is the id of a part of the course (see parts in course.yaml), such as “part: calling”.',
	'lesson.source': '“check --fix” writes this line. If in doubt, delete it and run that again.',
	'quiz.id': 'It is the id of the quiz, the same in all languages, such as “id: final”.',
	'quiz.title': 'It is the title of the quiz, such as “title: Final test”.',
	'quiz.kind': 'Write “kind: practice” (shown in lessons), “kind: quiz” or “kind: exam” (both counted).',
	'quiz.pass': 'It is the share of the points that passes, such as 70%, or { total: 70%, each: 50% }.',
	'quiz.attempts': 'It is how many attempts are allowed, from 1 to 100; without this line there is no limit.',
	'quiz.draw': 'It is how many questions an attempt draws, 1 or more.',
	'quiz.forms':
		'Write “forms: 2” to part the questions into two forms, A and B, of equal make-up and without a question in both; without it each attempt draws its own.',
	'quiz.minutes': 'It is the time allowed in minutes, from 1 to 600; without this line there is no limit.',
	'quiz.shuffle': 'Write false to keep the order of the questions, true to shuffle them.',
	'quiz.graders': 'How many people grade each answer that no rule can grade, 1 or 2, such as “graders: 2”.',
	'quiz.agree_within':
		'How far apart two graders may be, as a share of the question’s points, such as “agree_within: 20%”.',
	'quiz.retry_after':
		'It is how long to wait for another attempt once all are used up, such as 24h or 2d; “none” gives none.',
	'quiz.wait': 'It is the time between two attempts, such as 30m, 2h or 1d.',
	'quiz.opens': 'It is when the quiz opens, such as 2026-12-01 08:00.',
	'quiz.closes': 'It is when the quiz closes, such as 2026-12-01 17:00.',
	'quiz.access':
		'Write “access: code” if it takes the code of a supervised room to begin; leave it out for everybody.',
	'quiz.order':
		'Write “order: sequential” if questions that were left behind stay as they are; leave it out for any order.',
	'quiz.show':
		'These are parts of the result and when they are told, such as “show: { verdicts: after-closing, key: never }”.',
	'quiz.confidence': 'Write true to ask after each question how sure one is; it changes no points.',
	'quiz.hints': 'Write true to offer hints, false to hide them; an exam without this line hides them.',
	'quiz.source': '“check --fix” writes this line. If in doubt, delete it and run that again.',
	'track.goals': 'Each line is a competence code and a level from 1 to 8, such as “"4.1": 2”.',
	'track.courses': 'It is a list of course ids in square brackets.',
	'framework.domains.competences.can_do':
		'It is the competence in a learner’s words, such as “can_do: { en: Can mend a phone that hangs }”.',
	'framework.version': 'It is the version of the framework, such as “version: "2"”.',
	'framework.in_force': 'It is the day it came into force, such as 2025-03-11.',
};

export function fieldHelp(about: string): string {
	for (let path = about; path.includes('.'); path = path.slice(0, path.lastIndexOf('.'))) {
		const found = help[path];
		if (found !== undefined) return found;
	}
	return 'Please compare it with the example in the authors’ guide.';
}

/** Common YAML errors, by the parser's name for them. */
export const yamlCauses: Record<string, string> = {
	BLOCK_AS_IMPLICIT_KEY: 'there is a colon inside the sentence; put the whole sentence in double quotes',
	MULTILINE_IMPLICIT_KEY: 'a line lacks the colon after its field name',
	MISSING_CHAR: 'a colon, quote or bracket is missing',
	BAD_INDENT: 'a line is indented unevenly',
	TAB_AS_INDENT: 'a line is indented with the Tab key; use spaces',
	BAD_SCALAR_START: 'a value starts with a character that YAML keeps for itself; put it in double quotes',
	UNEXPECTED_TOKEN: 'there is an unexpected character; if it is text, put it in double quotes',
	TAG_RESOLVE_FAILED: 'tags that start with “!” are not used',
	MULTIPLE_DOCS: 'there is more than one block of fields',
	'too-long': 'the block of fields is too long',
	'too-deep': 'fields are nested too deep',
	unreadable: 'it cannot be read',
};
