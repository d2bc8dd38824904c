import { v7 as uuidv7 } from 'uuid';
import { attemptResult } from '#domain/attempts.ts';
import { isUuid } from '#schemas/names.ts';
import type { Locale } from '#schemas/common.ts';
import type { PaperResult } from '#schemas/paper.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { isSameAnswer, type KeptAnswer } from '../attempts/answers.ts';
import { gradeAll } from '../attempts/grading.ts';
import { entryOf } from '../attempts/quiz.ts';
import { selectOptionalWork, type Work } from '../attempts/work-store.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { settleCourse } from '../learning/settle.ts';
import { describeResults } from './describe.ts';
import type { PaperDeps, WholeForm } from './form.ts';
import { lockEntered, selectEntered, updateEntered } from './store.ts';
import { readTyped } from './typed.ts';

const none: KeptAnswer = { answer: null };

/**
 * Puts other answers into an entered result. What changes is graded once more, beside what was graded before; what the
 * course has earned by it stays, as it does everywhere, and what it earns now is written down. Audited.
 */
export async function correctResult(
	deps: PaperDeps,
	{ actor }: Principal,
	form: WholeForm,
	asked: { attempt: string; answers: readonly string[]; locale: Locale },
): Promise<PaperResult | Failure> {
	const { database, now, catalog } = deps;
	const { row } = form;
	const id = isUuid(asked.attempt) ? asked.attempt.toLowerCase() : null;
	const [entered] = id === null ? [] : await selectEntered(database.db, row.number, id);
	if (id === null || !entered?.enteredAt) return fail('attempt-unknown');
	const { learner } = entered;
	if (learner === actor) return fail('own-paper');
	const answers = readTyped(form, asked.answers, asked.locale);
	if (isFailure(answers)) return answers;
	const current = (await catalog.version(row.courseId)) ?? form.quiz.course;
	const work = await selectOptionalWork(database, learner, id);
	if (!work) return fail('attempt-unknown');
	const at = now();
	await database.db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		await lockEntered(tx, row.number, id);
		const changed = changedIn(form, work, answers);
		if (changed.size === 0) return;
		const gradings = gradeAll(
			form.asked.filter(({ question }) => changed.has(question.id)),
			new Map([...changed].map(([question, { answer }]) => [question, answer])),
			row.locale,
		);
		const context = { locale: row.locale, channel: 'paper' };
		const result = resultAfter(form, work, gradings);
		await updateEntered(tx, { learner, attempt: id, answers: changed, gradings, result, at, context });
		await settleCourse(tx, current, learner, at);
		const subject = `${row.number}/${id}`;
		await insertAudit(tx, { learnerId: learner, id: uuidv7(), at, actor, action: 'paper.correct', subject });
	});
	const [result] = await describeResults(deps, form, await selectEntered(database.db, row.number, id));
	return result ?? fail('attempt-unknown');
}

/** Answers that are other than those that were entered, by question. */
function changedIn(
	{ asked }: WholeForm,
	{ responses }: Work,
	answers: ReadonlyMap<string, KeptAnswer>,
): Map<string, KeptAnswer> {
	const before = new Map(responses.map(({ questionId, answer }) => [questionId, answer]));
	return new Map(
		asked.flatMap(({ question: { id } }) => {
			const after = answers.get(id) ?? none;
			return isSameAnswer(before.get(id) ?? none, after) ? [] : [[id, after] as const];
		}),
	);
}

function resultAfter({ quiz }: WholeForm, work: Work, graded: ReturnType<typeof gradeAll>) {
	const again = new Map(graded.map((one) => [one.questionId, one]));
	const all = work.gradings.map((one) => again.get(one.questionId) ?? one);
	const ofSkill = all.map((one) => ({ ...one, skill: entryOf(quiz, one.questionId).skill }));
	const { pass, policy } = work.row;
	const { score, maxScore, passed } = attemptResult(ofSkill, { total: pass, each: policy.passEach });
	return { score, maxScore, passed };
}
