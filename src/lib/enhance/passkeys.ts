/**
 * `<form data-passkey>`: shown where the browser knows passkeys. Pressed, it asks the device for one and sends what that
 * gave: a new one by `data-options`, else one that signs in.
 */
export function passkeys() {
	if (!('PublicKeyCredential' in window)) return;
	document.querySelectorAll('[data-passkey-unknown]').forEach((note) => note.remove());
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
		form.hidden = false;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			const failed = form.querySelector<HTMLElement>('[data-passkey-failed]');
			if (failed) failed.hidden = true;
			const isGiven = import('../passkeys.ts').then(({ credentialFor }) => credentialFor(form));
			isGiven.then(
				() => form.submit(),
				() => failed && (failed.hidden = false),
			);
		});
	}
}
