/** People who sign in by two steps, and their app. */
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { stepAt } from '#domain/totp.ts';
import { Sealing } from '#server/accounts/sealing.ts';
import { purposeOf } from '#server/accounts/second-code.ts';
import { codeAt, newSecret } from '#server/accounts/totp.ts';
import { selectOrInsertSecret } from '#server/db/setting-store.ts';
import { secondStep } from '#server/db/tables/index.ts';
import type { Authenticator } from './authenticator.ts';
import type { Client, TestServer } from './harness.ts';

export const password = 'mat-khau-dai';
/** The code of now, or of a step later or earlier. */
export type App = (later?: number) => string;
type Server = Pick<TestServer, 'account' | 'clock'>;

/** Asks for a secret and puts it into an app. */
export async function begin({ clock }: Pick<Server, 'clock'>, one: Client): Promise<App> {
	const made = await one.post('/api/me/second-step', { password });
	if (made.status !== 201) throw new Error(`Not begun: ${JSON.stringify(made.body)}`);
	const secret = decodeBase32IgnorePadding(made.body.secret as string);
	// What a test does next falls into one step.
	clock.advance(30_000 - (clock.now.getTime() % 30_000));
	return (later = 0) => codeAt(secret, stepAt(clock.now.getTime()) + later);
}

/** Turns the second step on by the code of now, which is used up by that. */
export async function turnOn(server: Pick<Server, 'clock'>, one: Client) {
	const code = await begin(server, one);
	const made = await one.post('/api/me/second-step/confirmation', { code: code() });
	if (made.status !== 200) throw new Error(`Not on: ${JSON.stringify(made.body)}`);
	return { code, backup: made.body.codes as string[] };
}

/** Somebody new who signs in by two steps. */
export async function twoSteps(server: Server, wanted?: Parameters<TestServer['account']>[0]) {
	const one = await server.account(wanted);
	return { one, username: one.me!.username!, ...(await turnOn(server, one)) };
}

/** The same without the work of hashing: a row as it is kept, begun or on. */
export async function plant(
	{ db, clock }: TestServer,
	one: Client,
	{ isOn }: { isOn: boolean },
): Promise<App> {
	const learnerId = one.me!.id;
	const plain = newSecret();
	const key = await selectOrInsertSecret(db, 'sealing-secret');
	const secret = new Sealing([key]).seal(purposeOf(learnerId), plain);
	const row = { learnerId, secret, begunAt: clock.now, since: isOn ? clock.now : null };
	await db.insert(secondStep).values(row);
	return (later = 0) => codeAt(plain, stepAt(clock.now.getTime()) + later);
}

/** What a passkey is asked to sign, and all cookies of the browser that asked; a client here keeps but one. */
export async function challenge(one: Client, url: string, body?: unknown) {
	const session = one.cookie;
	const made = await one.post(url, body);
	const set = [made.headers['set-cookie'] ?? []].flat().map(String);
	const put = set.find((cookie) => cookie.includes('challenge='))?.split(';')[0];
	one.cookie = session;
	const cookie = [session, put].filter(Boolean).join('; ');
	return { status: made.status, options: made.body.options as string, cookie };
}

/** What adds a passkey of whoever signs in by two steps. */
export async function newPasskey(one: Client, device: Authenticator) {
	const { options, cookie } = await challenge(one, '/api/me/passkeys/options', { password });
	return { credential: device.create(options), cookie };
}

export async function addPasskey(
	one: Client,
	{ credential, cookie }: Awaited<ReturnType<typeof newPasskey>>,
) {
	const session = one.cookie;
	const made = await one.call('POST', '/api/me/passkeys', { credential }, { cookie });
	one.cookie = session;
	return made;
}

/** What signs in by a passkey, in another browser. */
export async function answerBy(device: Authenticator, browser: Client) {
	const { options, cookie } = await challenge(browser, '/api/session/passkey/options');
	return { credential: device.get(options), cookie };
}
