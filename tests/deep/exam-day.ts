/**
 * An exam day: people come within a span of time, sign in with a password, open the quiz's page, start, save ten answers
 * with a pause before each, hand in, and look at what came of it.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import { sessionCookies } from '#schemas/session.ts';

export const course = 'muoi-cau';
export const quiz = 'muoi-cau';
export const password = 'Bờ rào có bảy hàng dừa nước';
/** Offices and schools, each behind one address. */
const halls = 20;

export interface Plan {
	people: number;
	/** Milliseconds within which all of them come, evenly and by chance. */
	arriveWithin: number;
	/** Milliseconds before each answer, between half of it and one and a half. */
	pause: number;
}

const steps = ['sign in', 'open the quiz', 'start', 'save', 'hand in', 'read the result'] as const;
type Step = (typeof steps)[number];

/** What one person sent last to each question, and what they were told. */
export interface Sitting {
	username: string;
	attempt: string;
	saved: Record<string, unknown>;
	result: Submission;
}

export interface Day {
	sittings: Sitting[];
	/** What was answered with anything but success, or not at all. */
	refused: string[];
	/** Milliseconds of each request, sorted, by what it did. */
	times: Record<Step, number[]>;
	/** Milliseconds from the first arrival to the last result. */
	took: number;
}

export const usernameOf = (n: number) => `thi-sinh-${n}`;

export async function runExamDay(origin: string, { people, arriveWithin, pause }: Plan): Promise<Day> {
	const times = Object.fromEntries(steps.map((step) => [step, [] as number[]])) as Record<Step, number[]>;
	const refused: string[] = [];
	const begun = performance.now();
	const sitDown = async (n: number): Promise<Sitting | null> => {
		await sleep(randomInt(arriveWithin));
		try {
			return await new Sitter(origin, n, times).sit(pause);
		} catch (error) {
			refused.push(`${usernameOf(n)}: ${(error as Error).message}`);
			return null;
		}
	};
	const sittings = await Promise.all(Array.from({ length: people }, (_, n) => sitDown(n)));
	for (const step of steps) times[step].sort((one, other) => one - other);
	const took = performance.now() - begun;
	return { sittings: sittings.filter((sitting) => sitting !== null), refused, times, took };
}

/** Milliseconds within which so large a share was answered; `sorted` is not empty. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** A line a step: how many, and how long they took. */
export function describe({ times, took }: Day): string {
	const line = (step: Step) => {
		const of = (share: number) => quantile(times[step], share).toFixed(0).padStart(6);
		const count = times[step].length.toString().padStart(6);
		return `  ${step.padEnd(16)}${count}  p50 ${of(0.5)}  p95 ${of(0.95)}  p99 ${of(0.99)}  longest ${of(1)} ms`;
	};
	return [`${(took / 1000).toFixed(0)} s from the first arrival to the last result`, ...steps.map(line)].join(
		'\n',
	);
}

class Sitter {
	#cookie = '';
	constructor(
		private readonly origin: string,
		private readonly n: number,
		private readonly times: Record<Step, number[]>,
	) {}

	async sit(pause: number): Promise<Sitting> {
		const username = usernameOf(this.n);
		await this.#send('sign in', 'POST', '/api/session', { username, password });
		await this.#send('open the quiz', 'GET', `/courses/${course}/quizzes/${quiz}`);
		const id = randomUUID();
		const start = { id, course, quiz, locale: 'vi' };
		const { questions } = JSON.parse(await this.#send('start', 'POST', '/api/attempts', start)) as Attempt;
		const saved: Record<string, unknown> = {};
		for (const question of questions) {
			await sleep(pause / 2 + randomInt(pause));
			const answer = answerTo(question);
			await this.#send('save', 'PUT', `/api/attempts/${id}/answers/${question.id}`, { answer, revision: 1 });
			saved[question.id] = answer;
		}
		const handedIn = await this.#send('hand in', 'POST', `/api/attempts/${id}/submission`, {});
		await this.#send('read the result', 'GET', `/attempts/${id}/result`);
		return { username, attempt: id, saved, result: JSON.parse(handedIn) as Submission };
	}

	/** @returns the reply's text. @throws when it is refused, leads elsewhere, or does not come. */
	async #send(step: Step, method: string, path: string, body?: unknown): Promise<string> {
		const begun = performance.now();
		const reply = await fetch(this.origin + path, {
			method,
			redirect: 'manual',
			headers: {
				cookie: this.#cookie,
				'x-forwarded-for': `10.0.3.${this.n % halls}`,
				'user-agent': 'a phone',
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await reply.text();
		this.times[step].push(performance.now() - begun);
		if (!reply.ok) throw new Error(`${step}: ${reply.status} ${text.slice(0, 200)}`);
		for (const [pair = ''] of reply.headers.getSetCookie().map((cookie) => cookie.split(';')))
			if (sessionCookies.some((name) => pair.startsWith(`${name}=`) && pair !== `${name}=`))
				this.#cookie = pair;
		return text;
	}
}

function answerTo({ kind, options = [] }: Attempt['questions'][number]): unknown {
	const ids = options.map((option) => option.id);
	if (kind === 'single') return ids[randomInt(ids.length)];
	if (kind === 'multiple') return [ids[randomInt(ids.length)]];
	if (kind === 'truefalse') return randomInt(2) === 1;
	return kind === 'number' ? randomInt(200) : ['Hà Nội', 'Huế'][randomInt(2)];
}
