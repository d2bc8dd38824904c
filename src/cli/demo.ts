/**
 * Fills a running server with made-up people in every role, through its own API and its door, and prints who they are.
 * Running it again adds nothing.
 */
import path from 'node:path';
import { compileCourses } from '#content/compile.ts';
import { readCourses } from '#content/read.ts';
import type { Role } from '#schemas/access.ts';
import { pathTo, splitAddress, type Address, type ParamValues } from '#schemas/address.ts';
import type { AccountRequest } from '#schemas/account.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Attempt } from '#schemas/attempt.ts';
import type { Certificate } from '#schemas/certificate.ts';
import type { Course } from '#schemas/course.ts';
import { codeOf } from '#schemas/failures.ts';
import * as paths from '#schemas/paths.ts';
import type { Key, PlainAnswer, QuestionKind } from '#schemas/question.ts';
import { rules, type QuestionRule } from '#domain/questions/grade.ts';
import { projectRoot, readConfig } from '#server/config.ts';
import { command } from './command.ts';
import { v4 as uuid } from 'uuid';
import type { Static } from 'typebox';

const password = 'cung-hoc-demo';
/** Whoever is there already was made by an earlier run. */
const taken = 'username-taken';

interface DemoPerson extends Omit<Static<typeof AccountRequest>, 'password'> {
	role?: Exclude<Role, 'learner'>;
	scope?: string;
	/** Courses and how many lessons of each are done; `all` finishes the course and asks for the certificate. */
	learns?: Record<string, number | 'all'>;
	/** Another name that they ask for on the certificate, and why. */
	wishes?: { displayName: string; reason: string };
}

const phone = 'dien-thoai-buoc-dau';
const ai = 'ai-cong-vu';
const people: DemoPerson[] = [
	{
		username: 'ba-sau',
		displayName: 'Bà Sáu (người mẫu)',
		locale: 'vi',
		targetGroup: 'elderly',
		learns: { [phone]: 'all' },
	},
	{
		username: 'chu-bay',
		displayName: 'Chú Bảy (người mẫu)',
		locale: 'vi',
		targetGroup: 'cooperatives',
		learns: { [phone]: 'all' },
		wishes: {
			displayName: 'Trần Văn Bảy (người mẫu)',
			reason: 'Hôm tạo tài khoản tôi ghi tên gọi ở nhà.',
		},
	},
	{
		username: 'ta-chan',
		displayName: 'តាចាន់ (គំរូ)',
		locale: 'km',
		targetGroup: 'elderly',
		learns: { [phone]: 5 },
	},
	{
		username: 'can-bo',
		displayName: 'Cán bộ Mẫu',
		locale: 'vi',
		targetGroup: 'officials',
		learns: { [ai]: 4 },
	},
	{ username: 'giao-vien', displayName: 'Giáo viên Mẫu', locale: 'vi', role: 'instructor', scope: ai },
	{
		username: 'tinh-nguyen',
		displayName: 'Tình nguyện viên Mẫu',
		locale: 'vi',
		role: 'facilitator',
		scope: 'to-mau',
	},
	{ username: 'dieu-phoi', displayName: 'Điều phối Mẫu', locale: 'vi', role: 'coordinator', scope: 'xa-mau' },
	{ username: 'quan-tri', displayName: 'Quản trị Mẫu', locale: 'vi', role: 'admin' },
];

const config = readConfig(process.env);
const origin = process.env.API_ORIGIN ?? `http://127.0.0.1:${config.port}`;

async function add(person: DemoPerson) {
	const { role, scope, learns = {}, wishes: _wishes, ...account } = person;
	const device = new Device();
	const made = await device.call(paths.createAccount, [], { ...account, password });
	if (codeOf(made) === taken) return;
	if (role) await command('grant', { username: account.username, role, scope: scope ?? null });
	for (const [course, amount] of Object.entries(learns)) await learn(device, person, course, amount);
}

async function learn(
	device: Device,
	{ username, locale, wishes }: DemoPerson,
	id: string,
	amount: number | 'all',
) {
	const course = (await device.call(paths.course, [id])) as Course;
	const lessons = course.lessons.slice(0, amount === 'all' ? undefined : amount);
	const at = new Date().toISOString();
	const events = lessons.map((lesson) => ({
		id: uuid(),
		type: 'lesson.done',
		course: id,
		lesson: lesson.id,
		at,
		locale,
	}));
	await device.call(paths.sendEvents, [], { events });
	if (amount !== 'all') return;
	const compiled = (await compiledCourses())[id];
	for (const quiz of course.quizzes.filter((one) => one.required)) {
		const asked = { course: id, quiz: quiz.id, locale };
		const attempt = (await device.call(paths.startAttempt, [], asked)) as Attempt;
		const answers = Object.fromEntries(
			attempt.questions.map((question) => [question.id, right(compiled, question.id)]),
		);
		await device.call(paths.submit, [attempt.id], { answers });
	}
	await (await administrator()).call(paths.vouch, [], { username, course: id });
	const made = (await device.call(paths.requestCertificate, [], { course: id })) as Certificate;
	if (wishes) await device.call(paths.correctCertificate, [made.serial], wishes);
}

/** Vouches for those who have learned it all in no time. */
async function administrator(): Promise<Device> {
	const device = new Device();
	await device.call(paths.signIn, [], { username: 'quan-tri', password });
	return device;
}

let compiling: Promise<Record<string, CompiledCourse>> | undefined;
function compiledCourses() {
	compiling ??= readCourses(path.join(projectRoot, 'courses'))
		.then((source) => compileCourses(source, { today: new Date().toISOString().slice(0, 10), locale: 'vi' }))
		.then((result) => result.courses);
	return compiling;
}

function right(course: CompiledCourse | undefined, question: string): PlainAnswer {
	const hash = course?.manifest.questions[question]?.key ?? '';
	const key = course?.parts[hash] as Key;
	return (rules[key.kind] as QuestionRule<QuestionKind>).solution(key, 'vi');
}

/** One person's device: keeps its cookie. */
class Device {
	#cookie = '';
	async call<A extends Address>(address: A, values: ParamValues<A>, body?: object) {
		const response = await fetch(origin + pathTo(address, ...values), {
			method: splitAddress(address)[0],
			headers: { cookie: this.#cookie, ...(body && { 'content-type': 'application/json' }) },
			...(body && { body: JSON.stringify(body) }),
		});
		const set = response.headers.getSetCookie()[0];
		if (set) this.#cookie = set.split(';')[0] ?? '';
		const said: unknown = await response.json();
		if (!response.ok && codeOf(said) !== taken)
			throw new Error(`${address}: ${response.status} ${JSON.stringify(said)}`);
		return said;
	}
}

// Who learns is vouched for by the administrator.
for (const person of people.filter(({ role }) => role)) await add(person);
for (const person of people.filter(({ role }) => !role)) await add(person);
process.stdout.write(`\n  Người mẫu (mật khẩu chung: ${password})\n`);
for (const { username, role = 'learner' } of people)
	process.stdout.write(`    ${username.padEnd(14)} ${role}\n`);
process.stdout.write('\n');
