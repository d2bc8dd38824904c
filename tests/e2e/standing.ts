/** What stands behind the pages: one learner of each kind in each language, made when first asked for. */
import { randomUUID } from 'node:crypto';
import type { Attempt } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { QuestionKind } from '#schemas/question.ts';
import type { PaperForms, PaperResult } from '#schemas/paper.ts';
import type { Room } from '#schemas/room.ts';
import { ai, compiled, phone, rightAnswer } from './answers.ts';
import { newUsername, Person } from './people.ts';
import { pathOfResults, plantWrongKey } from './results.ts';
import { cungHoc } from './server.ts';

export interface Standing {
	/** Has finished one course and is in the middle of another. */
	learner: Person;
	/** No log-in; has finished a course and not asked for its certificate yet. */
	guest: Person;
	/** Has finished a course, and is vouched for; the certificate is there to be asked for. */
	finished: Person;
	/** On a phone that many use. */
	shared: Person;
	/** The same, without a log-in. */
	sharedGuest: Person;
	/** Signs in by two steps; and the backup codes that are left, or will be. */
	twoSteps: Person;
	backup: string[];
	/** A question of each kind, on the screen of an open attempt. */
	screens: Partial<Record<QuestionKind, string>>;
	/** First question of an attempt with a clock, and the list before handing in. */
	timed: string;
	review: string;
	failed: string;
	passed: string;
	guestPassed: string;
	valid: string;
	superseded: string;
	revoked: string;
	/** A room that is open, with somebody in it, and the page of that person. */
	room: string;
	sitter: string;
	/** The result of an attempt that was made in a room, with a note. */
	seated: string;
	/** A form on paper, with a result that was entered, and the page that corrects it. */
	paper: string;
	paperCorrection: string;
	/** The page with results of a quiz, of which one key is wrong. */
	analysed: string;
	/** Has asked for another name on the certificate `waiting`, and waits. */
	asking: Person;
	waiting: string;
}

/** What a supervisor calls a room, and what they note: in their own words, on pages of every language. */
export const roomWords = { name: 'Hội trường ấp 3', note: 'Mất mạng từ 9:10 đến 9:15.' };

/** A room, and a learner who has begun a quiz in it. */
async function seat(supervisor: Person, learner: Person) {
	const asked = { course: phone, quiz: 'giua-khoa', name: roomWords.name, minutes: 120 };
	const room = await supervisor.call<Room>('POST', '/api/rooms', asked);
	const attempt = await learner.start(phone, 'giua-khoa', room.code ?? '');
	return { room, attempt };
}

export class Standings {
	readonly #made = new Map<Locale, Promise<Standing>>();
	#admin: Promise<Person> | undefined;
	#decider: Promise<Person> | undefined;
	#analysed: Promise<string> | undefined;
	#paper: Promise<{ paper: string; paperCorrection: string }> | undefined;
	#room: Promise<{ room: string; sitter: string }> | undefined;

	constructor(
		readonly origin: string,
		private readonly dataDir: string,
	) {}

	/** Somebody who was given the role of administrator by the command. */
	admin(): Promise<Person> {
		this.#admin ??= this.makeRole('admin');
		return this.#admin;
	}

	/** A facilitator, who looks after those who ask for another name and after nobody else. */
	decider(): Promise<Person> {
		this.#decider ??= this.makeRole('facilitator');
		return this.#decider;
	}

	/** Once, whatever the language of the page. */
	private analysed(): Promise<string> {
		const people = { people: 12, locale: 'vi', channel: 'class' } as const;
		this.#analysed ??= plantWrongKey(this.origin, people).then(pathOfResults);
		return this.#analysed;
	}

	/** Once, whatever the language of the page. */
	private paper() {
		this.#paper ??= this.admin().then(async (admin) => {
			const asked = { course: phone, quiz: 'giua-khoa', locale: 'vi', count: 2 };
			const { forms } = await admin.call<PaperForms>('POST', '/api/paper-forms', asked);
			const { number } = forms[0]!;
			const row = { id: randomUUID(), label: '12', supervised: true, answers: [] };
			const { attempt } = await admin.call<PaperResult>('POST', `/api/paper-forms/${number}/results`, row);
			const paper = `/teach/paper/${number}`;
			return { paper, paperCorrection: `${paper}?correct=${attempt}` };
		});
		return this.#paper;
	}

	/** Once, whatever the language of the page. */
	private room() {
		this.#room ??= this.admin().then(async (admin) => {
			const { room, attempt } = await seat(admin, await Person.account(this.origin, 'vi'));
			return { room: `/rooms/${room.id}`, sitter: `/rooms/${room.id}/${attempt.id}` };
		});
		return this.#room;
	}

	of(locale: Locale): Promise<Standing> {
		const made = this.#made.get(locale) ?? this.make(locale);
		this.#made.set(locale, made);
		return made;
	}

	private async makeRole(role: 'admin' | 'facilitator'): Promise<Person> {
		const person = await Person.account(this.origin, 'vi');
		const { code, output } = await cungHoc(this.dataDir, 'grant', person.username, role);
		if (code !== 0) throw new Error(output);
		return person;
	}

	private async make(locale: Locale): Promise<Standing> {
		const { origin } = this;
		const learner = await Person.account(origin, locale);
		const passed = await learner.complete(phone);
		const guest = await Person.guest(origin, locale);
		const guestPassed = await guest.complete(phone);
		await learner.finishLessons(ai, 3);
		const failed = await learner.take(ai, 'cuoi-khoa', false);
		const timed = await learner.start(ai, 'cuoi-khoa');
		const twoSteps = await Person.account(origin, locale);
		const finished = await this.makeFinished(locale);
		return {
			twoSteps,
			backup: await twoSteps.signInByTwoSteps(),
			learner,
			guest,
			finished,
			shared: await Person.account(origin, locale, { shared: true }),
			sharedGuest: await Person.guest(origin, locale, { shared: true }),
			...(await openScreens(learner)),
			timed: `/attempts/${timed.id}?q=1`,
			failed: `/attempts/${failed.id}/result`,
			passed: `/attempts/${passed.id}/result`,
			guestPassed: `/attempts/${guestPassed.id}/result`,
			...(await this.certificates(learner)),
			...(await this.makeAsking(locale)),
			analysed: await this.analysed(),
			...(await this.room()),
			...(await this.paper()),
			seated: await this.makeSeated(finished),
		};
	}

	private async makeSeated(learner: Person): Promise<string> {
		const admin = await this.admin();
		const { room, attempt } = await seat(admin, learner);
		const noted = { attempt: attempt.id, text: roomWords.note };
		await admin.call('POST', `/api/rooms/${room.id}/incidents`, noted);
		await learner.call('POST', `/api/attempts/${attempt.id}/submission`, {});
		return `/attempts/${attempt.id}/result`;
	}

	private async makeFinished(locale: Locale): Promise<Person> {
		const person = await Person.account(this.origin, locale);
		await person.complete(phone);
		const admin = await this.admin();
		await admin.call('POST', '/api/vouchers', { username: person.username, course: phone });
		return person;
	}

	private async makeAsking(locale: Locale): Promise<Pick<Standing, 'asking' | 'waiting'>> {
		const asking = await Person.account(this.origin, locale);
		await asking.complete(phone);
		const { serial } = await asking.certificate(phone, await this.admin());
		await asking.call('POST', `/api/certificates/${serial}/correction`, wishes[locale]);
		const pair = { username: asking.username, carer: (await this.decider()).username };
		await (await this.admin()).call('POST', '/api/care/given', pair);
		return { asking, waiting: serial };
	}

	private async certificates(learner: Person): Promise<Pick<Standing, 'valid' | 'superseded' | 'revoked'>> {
		const admin = await this.admin();
		const first = await learner.certificate(phone, admin);
		// Another order of the same words is corrected at once.
		const displayName = first.holder.split(' ').reverse().join(' ');
		const corrected = await learner.call<{ serial: string }>(
			'POST',
			`/api/certificates/${first.serial}/correction`,
			{ displayName },
		);
		const other = await Person.account(this.origin, learner.locale);
		await other.complete(phone);
		const taken = await other.certificate(phone, admin);
		await admin.call('POST', `/api/certificates/${taken.serial}/revocation`, { reason: revocationReason });
		return { valid: corrected.serial, superseded: first.serial, revoked: taken.serial };
	}
}

export const wishes: Record<Locale, { displayName: string; reason?: string }> = {
	vi: { displayName: 'Trần Thị Bé Thử', reason: 'Tên trên căn cước của tôi là tên này.' },
	km: { displayName: 'ចាន់ ដារ៉ា', reason: 'ខ្ញុំវាយឈ្មោះបងខ្ញុំដោយច្រឡំ។' },
	en: { displayName: 'Hoa Example' },
};

export const revocationReason = 'Bài thi do người khác làm hộ';

/** Open attempts, one answer given in each: their questions are of all kinds. */
async function openScreens(learner: Person): Promise<Pick<Standing, 'screens' | 'review'>> {
	const attempts = [
		await learner.start(phone, 'giua-khoa'),
		await learner.start(ai, 'bai-yeu-cau'),
		await learner.start(phone, 'luyen-tap'),
	];
	const screens: Standing['screens'] = {};
	for (const attempt of attempts) {
		await answerFirst(learner, attempt);
		attempt.questions.forEach(
			({ kind }, index) => (screens[kind] ??= `/attempts/${attempt.id}?q=${index + 1}`),
		);
	}
	return { screens, review: `/attempts/${attempts[0]?.id}?q=review` };
}

async function answerFirst(learner: Person, attempt: Attempt): Promise<void> {
	const [first] = attempt.questions;
	if (first)
		await learner.save(
			attempt,
			first.id,
			rightAnswer(await compiled(attempt.course), first.id, attempt.locale),
		);
}

/** A name that nobody has. */
export const nobody = newUsername;
