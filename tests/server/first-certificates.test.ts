/** Certificates of the first format, and course versions from before competences carried their framework. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '#schemas/catalog.ts';
import type { FirstCertificateRecord } from '#schemas/certificate.ts';
import { catalogFile, certificate, certificateSerial, courseVersion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

/** As it was issued, byte for byte, and its fingerprint as it stands on the paper. */
const frozen =
	'{"certificateTitle":{"en":"Has tried","vi":"Đã học thử"},"completedAt":"2026-11-20T02:30:00.000Z","course":"thu-nghiem","courseTitle":{"en":"A course to try","km":"វគ្គសាកល្បង","vi":"Khóa học thử"},"format":"cung-hoc/1","holder":"Thạch Thị Sa Rây – គឹម","issuedAt":"2026-11-20T03:00:00.000Z","salt":"00112233445566778899aabbccddeeff","serial":"7Q4M-0K2D-9XTR-3","skills":{"4.1":1,"4.2":3},"validUntil":null,"version":"0123456789abcdef"}';
const fingerprint = '33d940575f06424f303fa71fce805aeefca9fa4673cc20087ca1c18608b3c4dc';
const record = JSON.parse(frozen) as FirstCertificateRecord;
const address = `/api/certificates/${record.serial}`;
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

let server: TestServer;
let owner: Client;
beforeAll(async () => {
	server = await startServer();
	owner = await server.account({ name: record.holder });
	await insertOldVersion();
	const learnerId = owner.me!.id;
	await server.db.insert(certificateSerial).values({ serial: record.serial, learnerId });
	await server.db.insert(certificate).values({
		learnerId,
		serial: record.serial,
		courseId: record.course,
		cycle: 1,
		record,
		hash: fingerprint,
		issuedAt: new Date(record.issuedAt),
	});
});
afterAll(() => server.close());

/** A version as it was stored before, and then the migrations that came with frameworks, with one framework installed. */
async function insertOldVersion() {
	const { manifest } = (await server.app.catalog.version(record.course))!;
	const bare = (name: string) => name.slice(name.indexOf(':') + 1);
	const { framework: _own, frameworks: _all, ...rest } = manifest;
	const old = {
		...rest,
		skills: record.skills,
		lessons: mapValues(manifest.lessons, (lesson) => ({ ...lesson, skills: lesson.skills.map(bare) })),
		questions: mapValues(manifest.questions, ({ skill, ...question }) =>
			skill === undefined ? question : { ...question, skill: bare(skill) },
		),
	} as unknown as Manifest;
	const { db } = server;
	const frameworks = await db.select().from(catalogFile);
	await db.delete(catalogFile).where(sql`kind = 'framework' and id <> 'mau'`);
	await db.execute(sql`alter table course_version drop constraint course_version_frameworks`);
	const { course: courseId, version } = record;
	await db.insert(courseVersion).values({ courseId, version, manifest: old });
	for (const name of ['0007_competences-with-frameworks', '0008_competences-with-frameworks-required'])
		await db.execute(sql.raw(readFileSync(`src/server/db/migrations/${name}.sql`, 'utf8')));
	await db.insert(catalogFile).values(frameworks).onConflictDoNothing();
}

function mapValues<T, U>(all: Record<string, T>, change: (value: T) => U): Record<string, U> {
	return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, change(value)]));
}

it('a record of the first format has the bytes and the hash that it was issued with', async () => {
	const { status, body } = await server.anonymous.get(address);
	expect([status, body.status]).toEqual([200, 'valid']);
	expect(body.canonical).toBe(frozen);
	expect(body.record).toEqual(record);
	expect([body.hash, sha256(body.canonical)]).toEqual([fingerprint, fingerprint]);
});

it('its competences are shown in the framework that its course had, though another has the same codes', async () => {
	const { body } = await server.anonymous.get(address);
	const of = { framework: 'mau', frameworkVersion: '2025-03-11' };
	expect(body.skillTitles).toMatchObject([
		{ ...of, competence: '4.1', level: 1, title: { en: 'Protecting devices' } },
		{ ...of, competence: '4.2', level: 3, title: { en: 'Protecting personal data' } },
	]);
	expect(body.frameworks).toMatchObject([{ id: 'mau', title: { en: 'Sample framework' } }]);
	const mine = await owner.get('/api/certificates');
	expect(mine.body.certificates).toEqual([body]);
	const paper = await server.anonymous.get(`${address}.pdf`);
	expect([paper.status, paper.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

it('a version from before has its competences with their framework, and one from now cannot be without', async () => {
	const url = `/api/courses/${record.course}`;
	const { body } = await server.anonymous.get(`${url}?version=${record.version}`);
	expect(body).toMatchObject({
		framework: 'mau',
		skills: [{ framework: 'mau', competence: '4.1', level: 1 }, {}],
	});
	const lesson = await server.anonymous.get(`${url}/lessons/mat-khau?version=${record.version}`);
	expect(lesson.body).toMatchObject({ skills: ['mau:4.1'], questions: [{ skill: 'mau:4.1' }] });
	const manifest = { course: 'x' } as Manifest;
	const insert = server.db.insert(courseVersion).values({ courseId: 'x', version: '0'.repeat(16), manifest });
	await expect(insert).rejects.toMatchObject({ cause: { code: '23514' } });
});

it('a corrected name comes in the format of now, and says the same of what was learnt', async () => {
	const { status, body } = await owner.post(`${address}/correction`, { displayName: 'Thạch Thị Sarây - គឹម' });
	expect(status, JSON.stringify(body)).toBe(201);
	const of = { framework: 'mau', frameworkVersion: '2025-03-11' };
	const { serial: _serial, salt: _salt, issuedAt: _issued, ...same } = record;
	expect(body.record).toMatchObject({
		...same,
		format: 'cung-hoc/2',
		holder: 'Thạch Thị Sarây - គឹម',
		skills: [
			{ ...of, competence: '4.1', level: 1 },
			{ ...of, competence: '4.2', level: 3 },
		],
	});
	expect(sha256(body.canonical)).toBe(body.hash);
	const old = (await server.anonymous.get(address)).body;
	expect([old.status, old.canonical, old.hash]).toEqual(['superseded', frozen, fingerprint]);
});
