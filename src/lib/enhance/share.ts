import { linkPlace } from '#lib/share-link.ts';

/** `data-share`: the phone's own sharing; else a copy; else the address in sight, to be copied by hand. */
export function share() {
	document.querySelectorAll<HTMLElement>('[data-print]').forEach((box) => {
		box.hidden = false;
		box.addEventListener('click', () => print());
	});
	document.querySelectorAll<HTMLElement>('[data-share]').forEach((box) => {
		const { share: path = '', title = '', copied = '', shown = '' } = box.dataset;
		const url = new URL(path, location.href).href;
		const status = box.querySelector('[role="status"]');
		box.hidden = false;
		box.querySelector('button')?.addEventListener('click', async () => {
			const done =
				(await shared(url, title)) ||
				(await copy(url).then((ok) => (ok ? copied : shown.replace(linkPlace, url))));
			if (status && typeof done === 'string') status.textContent = done;
		});
	});
}

/** true where the phone took it over, also when the person then changed their mind. */
async function shared(url: string, title: string): Promise<boolean> {
	if (typeof navigator.share !== 'function') return false;
	try {
		await navigator.share({ url, title });
		return true;
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError';
	}
}

/** The clipboard is there only under https; a hidden field serves elsewhere. */
async function copy(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const field = document.createElement('textarea');
		field.value = text;
		field.className = 'hidden-visually';
		document.body.append(field);
		field.select();
		const isCopied = document.execCommand('copy');
		field.remove();
		return isCopied;
	}
}
