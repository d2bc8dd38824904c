import type { WebAuthnCredential } from '@simplewebauthn/server';
import { readDevice } from '#domain/devices.ts';
import type { Passkey } from '#schemas/passkeys.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { Challenge } from '../plugins/challenges.ts';
import type { Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import {
	deletePasskey,
	insertPasskey,
	selectOptionalPasskey,
	selectPasskeys,
	updateUsed,
	type PasskeyRow,
} from './passkey-store.ts';
import { ownerOf, type Asking } from './second-step.ts';
import { lockSecondStep } from './second-step-store.ts';
import { lockLearner, selectPerson } from './store.ts';

/** Where passkeys are kept: see `passkeySite`. */
export interface Site {
	id: string;
	origin: string;
}

const most = 10;
const refused = fail('passkey-refused');
/** Loaded when first needed: what it brings for devices that prove who made them is much. */
const webauthn = () => import('@simplewebauthn/server');

const describe = ({ id, device, since, usedAt }: PasskeyRow): Passkey => ({
	id: id.slice(0, 43),
	device: readDevice(device),
	since: since.toISOString(),
	used: usedAt?.toISOString() ?? null,
});

export async function listPasskeys(db: Db, learner: string): Promise<Passkey[]> {
	return (await selectPasskeys(db, learner)).map(describe);
}

/** What a new passkey of whoever says their password has to sign, as JSON. */
export async function passkeyOptions(
	asking: Asking,
	password: string,
	{ site, siteName, challenge }: { site: Site; siteName: string; challenge: () => string },
): Promise<string | Failure> {
	const { db, who } = asking;
	const login = await ownerOf(asking, password);
	if ('failure' in login) return login;
	if (!(await lockSecondStep(db, who.learner))) return fail('second-step-unknown');
	const { generateRegistrationOptions } = await webauthn();
	const options = await generateRegistrationOptions({
		rpName: siteName,
		rpID: site.id,
		userID: new TextEncoder().encode(who.learner),
		userName: login.shown,
		userDisplayName: (await selectPerson(db, who.learner)).displayName ?? login.shown,
		attestationType: 'none',
		// It is asked for without a user name, and stands for two steps: having it, and unlocking it.
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		excludeCredentials: (await selectPasskeys(db, who.learner)).map(toKnown),
		challenge: Buffer.from(challenge(), 'base64url'),
	});
	return JSON.stringify(options);
}

export async function addPasskey(
	{ db, who, caller, now }: Asking,
	text: string,
	{ site, challenge, askedAt }: Challenge & { site: Site },
): Promise<Passkey | Failure> {
	const { verifyRegistrationResponse } = await webauthn();
	const verified = await judge(text, (response) =>
		verifyRegistrationResponse({
			response: response as never,
			expectedChallenge: challenge,
			expectedOrigin: site.origin,
			expectedRPID: site.id,
			requireUserVerification: true,
		}),
	);
	if (!verified?.verified) return refused;
	const { credential } = verified.registrationInfo;
	const row: PasskeyRow = {
		learnerId: who.learner,
		id: credential.id,
		publicKey: Buffer.from(credential.publicKey).toString('base64url'),
		counter: credential.counter,
		transports: credential.transports ?? [],
		device: caller.from.device,
		since: now,
		usedAt: null,
		askedAt: new Date(askedAt),
	};
	return db.transaction(async (tx) => {
		await lockLearner(tx, who.learner);
		if (!(await lockSecondStep(tx, who.learner))) return fail('second-step-unknown');
		if ((await selectPasskeys(tx, who.learner)).length >= most) return refused;
		if (!(await insertPasskey(tx, row))) return refused;
		await recordOwn(tx, who.learner, 'passkey.add', caller.from, now);
		return describe(row);
	});
}

export async function removePasskey(
	{ db, who, caller, now }: Asking,
	name: string,
): Promise<Failure | undefined> {
	return db.transaction(async (tx) => {
		const row = (await selectPasskeys(tx, who.learner)).find((each) => describe(each).id === name);
		if (!row || !(await deletePasskey(tx, who.learner, row.id))) return fail('passkey-unknown');
		await recordOwn(tx, who.learner, 'passkey.remove', caller.from, now);
		return undefined;
	});
}

/** What any passkey of this site has to sign, as JSON. */
export async function signInOptions(site: Site, challenge: string): Promise<string> {
	const { generateAuthenticationOptions } = await webauthn();
	const options = await generateAuthenticationOptions({
		rpID: site.id,
		userVerification: 'required',
		challenge: Buffer.from(challenge, 'base64url'),
	});
	return JSON.stringify(options);
}

/** Who has signed in by a passkey. Audited, also where it is refused. */
export async function signInByPasskey(
	db: Db,
	text: string,
	{ site, challenge, askedAt }: Challenge & { site: Site },
	{ from }: Caller,
	now: Date,
): Promise<{ learner: string; username: string } | Failure> {
	const found = await selectOptionalPasskey(db, idIn(text));
	const { verifyAuthenticationResponse } = await webauthn();
	const verified =
		found &&
		(await judge(text, (response) =>
			verifyAuthenticationResponse({
				response: response as never,
				expectedChallenge: challenge,
				expectedOrigin: site.origin,
				expectedRPID: site.id,
				credential: toKnown(found.passkey),
				requireUserVerification: true,
			}),
		));
	const used = verified?.verified && {
		id: found!.passkey.id,
		counter: verified.authenticationInfo.newCounter,
		askedAt: new Date(askedAt),
		now,
	};
	if (!used || !(await updateUsed(db, used))) {
		if (found) await recordRefusal(db, found.passkey.learnerId, 'passkey.refused', from, now);
		return refused;
	}
	const learner = found!.passkey.learnerId;
	await recordOwn(db, learner, 'session.start', from, now);
	return { learner, username: found!.username };
}

function toKnown({ id, publicKey, counter, transports }: PasskeyRow): WebAuthnCredential {
	const bytes = new Uint8Array(Buffer.from(publicKey, 'base64url'));
	return {
		id,
		publicKey: bytes,
		counter,
		transports: transports as NonNullable<WebAuthnCredential['transports']>,
	};
}

/** What a library makes of a credential; null where it is none, or does not hold. */
async function judge<T>(text: string, verify: (response: unknown) => Promise<T>): Promise<T | null> {
	try {
		return await verify(JSON.parse(text));
	} catch {
		return null;
	}
}

function idIn(text: string): string {
	try {
		const { id } = (JSON.parse(text) ?? {}) as { id?: unknown };
		return typeof id === 'string' ? id : '';
	} catch {
		return '';
	}
}
