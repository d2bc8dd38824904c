/** A certificate is valid to the end of its last day where the platform is; status, progress and paper agree. */
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Certificate } from '#schemas/certificate.ts';
import { endOfDay } from '#domain/days.ts';
import { certificate } from '#server/db/tables/index.ts';
import { completeCourse, course } from './learning.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

// Each test starts a server of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
afterEach(() => server.close());

async function holder(timeZone?: string) {
	server = await startServer(timeZone ? { timeZone } : {});
	const client = await server.account();
	await completeCourse(client);
	await server.vouch(client);
	return { client, issued: (await client.post('/api/certificates', { course })).body as Certificate };
}

/** How it stands at a moment, for who checks it and for its holder; sessions end before. */
async function at(moment: number, { client, issued }: { client: Client; issued: Certificate }) {
	server.clock.advance(moment - server.clock.now.getTime());
	const { status } = (await server.anonymous.get(`/api/certificates/${issued.serial}`)).body;
	const progress = (await client.get(`/api/progress/${course}`)).body;
	return [status, progress.certificate];
}

describe.each(['Asia/Ho_Chi_Minh', 'America/New_York'])('in %s', (timeZone) => {
	it('it is a day, and counts to the end of it', async () => {
		const held = await holder(timeZone);
		const { serial, record } = held.issued;
		expect(record.validUntil).toMatch(/^\d{4}-\d\d-\d\d$/);
		const end = endOfDay(record.validUntil!, timeZone);
		expect(await at(end - 5000, held)).toEqual(['valid', serial]);
		expect(await at(end + 1, held)).toEqual(['expired', null]);
	});
});

it('a record of before, which says a moment, counts to the end of its day too', async () => {
	const held = await holder();
	const { serial, record } = held.issued;
	const day = record.validUntil!;
	const moment = `${day}T03:00:00.000Z`;
	await server.db
		.update(certificate)
		.set({ record: { ...record, validUntil: moment }, validUntil: new Date(moment) })
		.where(eq(certificate.serial, serial));
	expect(await at(Date.parse(`${day}T08:00:00.000Z`), held)).toEqual(['valid', serial]);
	expect(await at(Date.parse(`${day}T17:00:00.000Z`), held)).toEqual(['expired', null]);
});
