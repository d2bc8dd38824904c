/** The source language: keys, quiz settings, what lessons show, what the certificate asks. */
import { drawable } from '#domain/draw.ts';
import type { QuizKind } from '#schemas/names.ts';
import { checkCompetence, checkFrameworkId, competenceName, type Naming } from '../competences.ts';
import { checkParts } from '../course-parts.ts';
import { questionsOf, type Draft } from '../draft.ts';
import type { Problems } from '../problems.ts';
import { authoringOf } from '../kinds/table.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';
import { nearest } from '../suggest.ts';
import { checkCases } from './cases.ts';
import { checkForms } from './forms.ts';
import { checkConfidence, checkSurvey } from '../kinds/survey.ts';
import { checkTeaches } from './teaches.ts';

export function checkSource(draft: Draft, problems: Problems): void {
	for (const quiz of draft.source.quizzes) checkQuiz(quiz, draft.naming, problems);
	checkLessons(draft, problems);
	checkTeaches(draft, problems);
	checkCourse(draft, problems);
	checkSkills(draft, problems);
	checkParts(draft, problems);
}

export function checkQuiz(quiz: ParsedQuiz, naming: Naming, problems: Problems): void {
	const { head, questions } = quiz;
	const { value } = head;
	if (value && !('kind' in value)) {
		problems.add('missing-field', head.places.get('') ?? quiz.text.place(0), {
			field: 'kind',
			about: 'quiz.kind',
		});
	}
	checkDraw(quiz, naming, problems);
	checkCases(quiz, problems);
	checkForms(quiz, naming, problems);
	for (const question of questions) {
		checkConfidence(question, problems);
		if (question.skill) checkCompetence(question.skill.code, question.skill.place, naming, problems);
		const { kind } = question;
		if (kind === 'none') problems.add('no-answer', question.place, {});
		else if (question.item.survey) checkSurvey(question, problems);
		else if (kind !== 'refused') authoringOf(kind).check(question, problems);
		if (kind === 'file' && quiz.settings.kind === 'practice')
			problems.add('file-in-practice', question.place, {});
	}
}

/** Whether each draw has as many questions as it asks for, and one of every competence. */
function checkDraw({ settings, head, questions }: ParsedQuiz, naming: Naming, problems: Problems): void {
	const { draw } = settings;
	const pool = drawable(questions.map(({ item }) => item));
	const place = head.places.get('draw');
	if (draw !== undefined && settings.forms === undefined && place && draw > pool)
		problems.add('draw-too-many', place, { draw, pool });
	const counted = questions.filter(({ item }) => item.status === undefined && !item.survey);
	const skillOf = ({ skill }: ParsedQuiz['questions'][number]) =>
		skill ? competenceName(skill.code, naming) : '';
	const skills = new Set(counted.map(skillOf).filter((name) => name !== '')).size;
	if (draw !== undefined && place && draw < skills) problems.add('draw-misses', place, { draw, skills });
	const skillsOf = new Map<string, string>();
	for (const question of counted) {
		const { variantOf } = question.item;
		if (variantOf === undefined) continue;
		const first = skillsOf.get(variantOf) ?? skillOf(question);
		skillsOf.set(variantOf, first);
		if (first !== skillOf(question))
			problems.add('variant-other-skill', question.place, { variant: variantOf });
	}
}

function checkLessons(draft: Draft, problems: Problems): void {
	const { lessons } = draft.source;
	const kinds = new Map<string, QuizKind | undefined>();
	for (const { quiz, question } of questionsOf(draft.source)) {
		if (question.id !== null) kinds.set(question.id, quiz.settings.kind);
	}
	for (const lesson of lessons) {
		for (const { code, place } of lesson.skills) checkCompetence(code, place, draft.naming, problems);
		const seen = new Set<string>();
		for (const { id, place } of lesson.references.checks) {
			if (id === null) continue;
			const kind = kinds.get(id);
			if (!kinds.has(id)) {
				problems.add('check-unknown', place, { id, suggestion: nearest(id, kinds.keys()) });
			} else if (kind !== undefined && kind !== 'practice')
				problems.add('check-counted', place, { id, kind });
			if (seen.has(id)) problems.add('check-twice', place, { id });
			seen.add(id);
		}
	}
}

function checkCourse({ course, source }: Draft, problems: Problems): void {
	if (!course) return;
	const at = (path: string) => course.places.get(path) ?? course.text.place(0);
	const quizzes = new Map(source.quizzes.map(({ id, settings }) => [id ?? '', settings.kind]));
	for (const [index, id] of (course.value.requires?.quizzes ?? []).entries()) {
		const place = at(`requires.quizzes.${index}`);
		if (!quizzes.has(id))
			problems.add('requires-quiz-unknown', place, { id, suggestion: nearest(id, quizzes.keys()) });
		else if (quizzes.get(id) === 'practice') problems.add('requires-practice', place, { id });
	}
	if (course.value.requires?.supervised && !course.value.requires.quizzes?.length)
		problems.add('requires-supervised-nothing', at('requires.supervised'), {});
	const lessons = source.lessons.map(({ id }) => id ?? '');
	for (const [index, id] of (course.value.requires?.lessons ?? []).entries()) {
		if (lessons.includes(id)) continue;
		const place = at(`requires.lessons.${index}`);
		problems.add('requires-lesson-unknown', place, { id, suggestion: nearest(id, lessons) });
	}
}

/** The framework that the course names, and the competences it leads to, each once. */
function checkSkills({ course, naming }: Draft, problems: Problems): void {
	if (!course) return;
	const at = (path: string) => course.places.get(path) ?? course.text.place(0);
	const { framework, skills = {} } = course.value;
	if (framework !== undefined) checkFrameworkId(framework, at('framework'), naming.known, problems);
	const seen = new Set<string>();
	for (const written of Object.keys(skills)) {
		const place = at(`skills.${written}:key`);
		const name = competenceName(written, naming);
		if (checkCompetence(written, place, naming, problems) && seen.has(name))
			problems.add('skill-twice', place, { name });
		seen.add(name);
	}
}
