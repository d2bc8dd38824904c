/**
 * `<form data-part="x">`: posts the form in the background and puts the answer's `<page-part id="x">` in place of the
 * page's. Where that cannot be done the form is sent as if there were no script; without a network it stays as it is.
 */
export function parts() {
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || !form.dataset.part) return;
		event.preventDefault();
		if (form.getAttribute('aria-busy') === 'true') return;
		form.setAttribute('aria-busy', 'true');
		void send(form, form.dataset.part, event.submitter);
	});
}

async function send(form: HTMLFormElement, id: string, submitter: HTMLElement | null) {
	const values = new FormData(form);
	if (submitter instanceof HTMLButtonElement && submitter.name)
		values.append(submitter.name, submitter.value);
	const body = new URLSearchParams();
	values.forEach((value, name) => typeof value === 'string' && body.append(name, value));
	try {
		const headers = { accept: 'text/html', 'x-part': id };
		const response = await fetch(form.action, { method: 'POST', body, headers });
		showOffline(false);
		if (!replace(id, await response.text())) sendPlainly(form, submitter);
		else document.dispatchEvent(new Event('part-came'));
	} catch {
		// Who can hold what is in the form does so, and says that it is held.
		const failed = new Event('part-failed', { bubbles: true, cancelable: true });
		showOffline(form.dispatchEvent(failed));
	} finally {
		form.removeAttribute('aria-busy');
	}
}

function replace(id: string, html: string): boolean {
	const box = document.createElement('template');
	box.innerHTML = html;
	const fresh = box.content.querySelector('page-part');
	const old = document.getElementById(id);
	if (!fresh || !old || fresh.id !== id) return false;
	old.replaceWith(fresh);
	const target = fresh.querySelector<HTMLElement>('[role="alert"], [role="status"], button');
	if (target && !target.matches('button')) target.tabIndex = -1;
	target?.focus();
	return true;
}

function sendPlainly(form: HTMLFormElement, submitter: HTMLElement | null) {
	if (submitter instanceof HTMLButtonElement && submitter.name) {
		const pressed = document.createElement('input');
		Object.assign(pressed, { type: 'hidden', name: submitter.name, value: submitter.value });
		form.append(pressed);
	}
	form.submit();
}

function showOffline(shown: boolean) {
	const note = document.querySelector<HTMLElement>('[data-offline]');
	if (note) note.hidden = !shown;
}
