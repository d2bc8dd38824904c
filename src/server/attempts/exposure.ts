import { certifies, policyOf, type QuizPolicy } from '#domain/quiz-policy.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import type { Limit } from '../limits/limits.ts';
import type { CourseQuiz } from './quiz.ts';

const minute = 60_000;

/**
 * What an attempt is promised. Each attempt at a quiz that a certificate rests on shows some of its pool: where one
 * person, or one block of addresses, has seen more of it than learning takes, further ones tell their score alone. A
 * hall full of guests may sit an exam together; with accounts, several classes of a school.
 */
export async function policyFor(
	{ limits }: Pick<Deps, 'limits'>,
	who: Principal,
	{ course: { manifest }, id, quiz }: CourseQuiz,
	block: string,
): Promise<{ policy: QuizPolicy; isExposed: boolean }> {
	const policy = policyOf(quiz);
	if (!certifies(manifest, id) || policy.review === 'score') return { policy, isExposed: false };
	const pool = `${manifest.course}/${id}`;
	const fromBlock: Limit =
		who.username === null
			? { of: 'exposure-guests', who: `${block} ${pool}`, burst: 120, every: 5 * minute }
			: { of: 'exposure', who: `${block} ${pool}`, burst: 400, every: minute };
	const refused = await limits.take([
		{ of: 'exposure-person', who: `${who.learner} ${pool}`, burst: 10, every: 30 * minute },
		fromBlock,
	]);
	if (!refused) return { policy, isExposed: false };
	const { show, ...rest } = policy;
	const score = show?.score && { show: { score: show.score } };
	return { policy: { ...rest, ...score, review: 'score' }, isExposed: true };
}
