/** A device under load: one guest after another comes, takes quizzes, practises, reports events. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import { call, type Answered, type Method } from './call.ts';
import type { Gate } from './gate.ts';
import { newLedger, type AttemptLog, type Kind, type Ledger, type SentCheck, type Tally } from './ledger.ts';

export const course = 'thu-nghiem';
const lessons = ['mat-khau', 'ma-otp', 'hoi-giup'];
const [quiz, exam] = ['giua-khoa', 'cuoi-khoa'];
const examAttempts = 3;
/** A learner's own history stays of a size that people have. */
const quizzesPerGuest = 8;

export class Device {
	readonly ledgers: Ledger[] = [];
	constructor(
		private readonly origin: string,
		private readonly gate: Gate,
		private readonly tally: Tally,
	) {}

	/** Until the gate opens for the last time. */
	async live() {
		while (!this.gate.isLast) {
			const ledger = await this.#arrive();
			for (let n = 0; n < quizzesPerGuest && !this.gate.isLast; n += 1)
				await this.#takeQuiz(ledger, n < examAttempts ? exam : quiz);
		}
	}

	async #arrive(): Promise<Ledger> {
		const made = await this.#surely('guests', null, 'POST', '/api/guests', { locale: 'vi' });
		const ledger = newLedger(made.cookie, made.body.id);
		this.ledgers.push(ledger);
		return ledger;
	}

	async #takeQuiz(ledger: Ledger, wanted: string) {
		const id = randomUUID();
		const started = await this.#surely('attempts', ledger, 'POST', '/api/attempts', {
			id,
			course,
			quiz: wanted,
			locale: 'vi',
		});
		const { questions } = started.body as Attempt;
		const log: AttemptLog = {
			id,
			quiz: wanted,
			sent: new Map(),
			acknowledged: new Map(),
			final: null,
			submission: null,
		};
		if (started.body.id !== id)
			this.tally.unexpected.push(`attempt ${id} was answered with ${started.body.id}`);
		ledger.attempts.push(log);
		for (let burst = randomInt(2, 6); burst > 0 && !this.gate.isLast; burst -= 1) {
			await this.#answer(ledger, log, questions);
			if (randomInt(2)) await this.#report(ledger);
			if (randomInt(2)) await this.#practise(ledger);
		}
		if (!this.gate.isLast) await this.#submit(ledger, log, questions);
	}

	/** Several answers under way at once, as on a bad network; one that gets no receipt is sent again, or left. */
	async #answer(ledger: Ledger, log: AttemptLog, questions: Attempt['questions']) {
		const puts = Array.from({ length: randomInt(1, 5) }, () => {
			const question = questions[randomInt(questions.length)]!;
			const sent = log.sent.get(question.id) ?? new Map<number, unknown>();
			log.sent.set(question.id, sent);
			const revision = sent.size + 1;
			const answer = answerTo(question, revision);
			sent.set(revision, answer);
			return this.#put(ledger, log, question.id, { answer, revision });
		});
		await Promise.all(puts);
	}

	async #put(ledger: Ledger, log: AttemptLog, question: string, body: { answer: unknown; revision: number }) {
		const url = `/api/attempts/${log.id}/answers/${question}`;
		const send = () => this.#once('answers', ledger, 'PUT', url, body);
		const answered = (await send()) ?? (randomInt(2) ? await send() : null);
		if (!answered) return;
		const revision = Math.max(body.revision, answered.body.revision);
		log.acknowledged.set(question, Math.max(revision, log.acknowledged.get(question) ?? 0));
	}

	async #report(ledger: Ledger) {
		const events = Array.from({ length: randomInt(1, 6) }, () => ({
			id: randomUUID(),
			type: randomInt(4) ? 'lesson.opened' : 'lesson.done',
			course,
			lesson: lessons[randomInt(lessons.length)]!,
			at: new Date().toISOString(),
		}));
		const { body } = await this.#surely('events', ledger, 'POST', '/api/events', { events });
		const known = body.accepted.length + body.duplicate.length;
		if (known !== events.length) this.tally.unexpected.push(`events: ${JSON.stringify(body)}`);
		this.tally.acknowledged.events += known - 1;
		ledger.events.push(...events);
	}

	async #practise(ledger: Ledger) {
		const answer = randomInt(2) ? 'dai' : 'ngan';
		const check: SentCheck = {
			course,
			question: 'kt-dai',
			lesson: 'mat-khau',
			answer,
			clientId: randomUUID(),
		};
		await this.#surely('checks', ledger, 'POST', '/api/checks', check);
		ledger.checks.push(check);
	}

	async #submit(ledger: Ledger, log: AttemptLog, questions: Attempt['questions']) {
		if (randomInt(2)) log.final = Object.fromEntries(questions.map((each) => [each.id, answerTo(each, 0)]));
		const body = log.final ? { answers: log.final } : {};
		const answered = await this.#surely(
			'submissions',
			ledger,
			'POST',
			`/api/attempts/${log.id}/submission`,
			body,
		);
		log.submission = answered.body as Submission;
	}

	/** Sends until it is acknowledged, as a device does. */
	async #surely(
		kind: Kind,
		ledger: Ledger | null,
		method: Method,
		url: string,
		body: unknown,
	): Promise<Answered> {
		for (;;) {
			const answered = await this.#once(kind, ledger, method, url, body);
			if (answered) return answered;
		}
	}

	async #once(kind: Kind, ledger: Ledger | null, method: Method, url: string, body: unknown) {
		const answered = await this.gate.run(() => call(this.origin, method, url, body, ledger?.cookie));
		if (!answered) this.tally.cutOff += 1;
		else if (answered.status < 300) this.tally.acknowledged[kind] += 1;
		else throw new Error(`${method} ${url}: ${answered.status} ${JSON.stringify(answered.body)}`);
		return answered;
	}
}

/** Different for each revision where the kind has room for it. */
function answerTo({ kind, options = [] }: Attempt['questions'][number], revision: number): unknown {
	const ids = options.map((option) => option.id).sort();
	if (kind === 'single') return ids[randomInt(ids.length)];
	if (kind === 'multiple') return ids.filter(() => randomInt(2));
	if (kind === 'truefalse') return randomInt(2) === 1;
	return kind === 'number' ? revision + 0.5 : `câu trả lời ${revision}`;
}
