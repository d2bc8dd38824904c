/** People who learn by the API: they bring a page into the state that a test looks at. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Me } from '#schemas/account.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import type { Certificate } from '#schemas/certificate.ts';
import type { Locale } from '#schemas/common.ts';
import type { Course } from '#schemas/course.ts';
import type { BackupCodes, SecondStepBegun } from '#schemas/second-step.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import { compiled, rightAnswer, wrongAnswer } from './answers.ts';
import { codeFor } from './authenticator.ts';

export const password = 'chim-se-bay-cay-tre';
export const names: Record<Locale, string> = { vi: 'Nguyễn Thị Thử', km: 'ចាន់ សុខា', en: 'Lan Example' };

export const newUsername = () => `nguoi-${randomBytes(6).toString('hex')}`;

export class Person {
	me: Me | null = null;
	#cookie = '';
	/** Everybody has a connection of their own, so that limits for one address hold nobody up. */
	readonly #address = `10.${[...randomBytes(3)].join('.')}`;
	private constructor(
		readonly origin: string,
		readonly locale: Locale,
	) {}

	static async guest(origin: string, locale: Locale, more: { shared?: boolean } = {}): Promise<Person> {
		const person = new Person(origin, locale);
		person.me = await person.call<Me>('POST', '/api/guests', { locale, ...more });
		return person;
	}

	static async account(origin: string, locale: Locale, more: { shared?: boolean } = {}): Promise<Person> {
		const person = new Person(origin, locale);
		const account = { username: newUsername(), password, displayName: names[locale], locale, ...more };
		person.me = await person.call<Me>('POST', '/api/accounts', account);
		return person;
	}

	get username(): string {
		return this.me?.username ?? '';
	}

	async call<T>(method: string, address: string, body?: object): Promise<T> {
		const response = await fetch(this.origin + address, {
			method,
			headers: {
				'accept-language': this.locale,
				'x-forwarded-for': this.#address,
				...(this.#cookie && { cookie: this.#cookie }),
				...(body && { 'content-type': 'application/json' }),
			},
			...(body && { body: JSON.stringify(body) }),
		});
		const [set] = response.headers.getSetCookie();
		if (set) this.#cookie = set.split(';')[0] ?? '';
		if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
		return (await response.json()) as T;
	}

	/** Anew, when their session has ended. */
	async signIn(): Promise<this> {
		this.#cookie = '';
		this.me = await this.call<Me>('POST', '/api/session', { username: this.username, password });
		return this;
	}

	/** From now on this person signs in by two steps; gives the backup codes. */
	async signInByTwoSteps(): Promise<string[]> {
		const begun = await this.call<SecondStepBegun>('POST', '/api/me/second-step', { password });
		const code = codeFor(begun.secret);
		return (await this.call<BackupCodes>('POST', '/api/me/second-step/confirmation', { code })).codes;
	}

	/** A page as the server sends it to this person. */
	async open(path: string): Promise<string> {
		const response = await this.get(path);
		if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
		return response.text();
	}

	/** What the server answers to this person there. */
	get(path: string): Promise<Response> {
		const headers = { cookie: this.#cookie, 'x-forwarded-for': this.#address };
		return fetch(this.origin + path, { headers });
	}

	/** Lets a browser be this person. */
	async enter(context: BrowserContext): Promise<void> {
		const [name = '', value = ''] = this.#cookie.split('=', 2);
		await context.addCookies([{ name, value, url: this.origin, httpOnly: true, sameSite: 'Lax' }]);
	}

	async finishLessons(course: string, count = Infinity): Promise<void> {
		const { lessons } = await this.call<Course>('GET', `/api/courses/${course}`);
		const at = new Date().toISOString();
		const events = lessons
			.slice(0, count)
			.map(({ id }) => ({ id: randomUUID(), type: 'lesson.done', course, lesson: id, at }));
		await this.call('POST', '/api/events', { events });
	}

	/** `code`: of a supervised room. */
	start(course: string, quiz: string, code?: string): Promise<Attempt> {
		const asked = { course, quiz, locale: this.locale, ...(code && { code }) };
		return this.call<Attempt>('POST', '/api/attempts', asked);
	}

	save(attempt: Attempt, question: string, answer: PlainAnswer): Promise<unknown> {
		const address = `/api/attempts/${attempt.id}/answers/${question}`;
		return this.call('PUT', address, { answer, revision: Date.now() });
	}

	/** Hands in a whole attempt, all of it right or all of it wrong. */
	async take(course: string, quiz: string, rightly: boolean): Promise<Attempt & { submission: Submission }> {
		const attempt = await this.start(course, quiz);
		const source = await compiled(course);
		const answerTo = (id: string) =>
			rightly ? rightAnswer(source, id, attempt.locale) : wrongAnswer(source, id);
		const answers = Object.fromEntries(attempt.questions.map(({ id }) => [id, answerTo(id)]));
		const submission = await this.call<Submission>('POST', `/api/attempts/${attempt.id}/submission`, {
			answers,
		});
		return { ...attempt, submission };
	}

	/** All lessons and the exam. */
	async complete(course: string): Promise<Attempt> {
		await this.finishLessons(course);
		return this.take(course, 'cuoi-khoa', true);
	}

	/** Once `helper` has vouched for it. */
	async certificate(course: string, helper: Person): Promise<Certificate> {
		await helper.call('POST', '/api/vouchers', { username: this.username, course });
		return this.call<Certificate>('POST', '/api/certificates', { course });
	}
}
