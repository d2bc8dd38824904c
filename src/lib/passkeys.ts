/** The browser's part of passkeys, fetched once one is asked for. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { pathTo } from '#schemas/address.ts';
import { signInOptions } from '#schemas/paths.ts';

/** Puts into the form what the device gave. Throws where it gave nothing: cancelled, not known there, too late. */
export async function credentialFor(form: HTMLFormElement): Promise<void> {
	const { options } = form.dataset;
	const given = options
		? await startRegistration({ optionsJSON: JSON.parse(options) })
		: await startAuthentication({ optionsJSON: await askOptions() });
	const input = form.elements.namedItem('credential');
	if (input instanceof HTMLInputElement) input.value = JSON.stringify(given);
}

async function askOptions() {
	const reply = await fetch(pathTo(signInOptions), { method: 'POST' });
	if (!reply.ok) throw new Error(String(reply.status));
	return JSON.parse(((await reply.json()) as { options: string }).options);
}
