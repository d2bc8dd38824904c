/** Whether the pool of a quiz gives the parallel forms that its author asks for. */
import { formGaps, fullForms, parallelForms, type FormGap } from '#domain/forms.ts';
import { poolOf } from '../build-quizzes.ts';
import type { Naming } from '../competences.ts';
import type { Problems } from '../problems.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';

export function checkForms({ settings, head, questions }: ParsedQuiz, naming: Naming, problems: Problems) {
	const { forms, draw, kind } = settings;
	const place = head.places.get('forms');
	if (forms === undefined || !place || kind === 'practice' || questions.length === 0) return;
	const pool = poolOf(questions, naming);
	const quiz = { questions: Object.keys(pool), forms };
	const full = fullForms(quiz, pool);
	const gaps = formGaps(quiz, pool);
	const wanted = draw ?? full;
	if (wanted > full || full === 0) {
		const lacking = gaps.map(({ lacks, ...gap }) => `${lacks} (${stratumName(gap) || 'skill=?'})`);
		const at = head.places.get('draw') ?? place;
		problems.add('forms-too-few', at, { forms, draw: Math.max(1, wanted), full, lacking });
		return;
	}
	const met = new Set(
		parallelForms({ ...quiz, draw: full }, pool)[0]!.counted.map((id) => pool[id]!.skill ?? ''),
	);
	for (const { there, lacks, rows, ...gap } of gaps) {
		const missing = { of: stratumName(gap), there, lacks };
		if (!met.has(gap.skill)) problems.add('forms-lose-skill', place, missing);
		else if (rows === 0) problems.add('forms-uneven', place, missing);
	}
}

/** As authors write it: `skill=4.1 level=apply`; empty where the questions say nothing of themselves. */
function stratumName({ skill, level, difficulty }: Pick<FormGap, 'skill' | 'level' | 'difficulty'>): string {
	return Object.entries({ skill: skill.slice(skill.indexOf(':') + 1), level, difficulty })
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
}
