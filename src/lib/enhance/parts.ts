import { leavingHere } from '../offline/leaving-here.ts';

/** How long a reply may take before `part-slow` asks who can hold what is in the form; and how long at all. */
const patience = 2000;
const timeLimit = 20_000;
/** What was pressed last: only its reply is shown. */
const newest = new WeakMap<HTMLFormElement, object>();

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
	const control = new AbortController();
	const { signal } = control;
	newest.set(form, control);
	const isNewest = () => newest.get(form) === control;
	const free = () => isNewest() && form.removeAttribute('aria-busy');
	// What is held may be pressed anew.
	const slow = setTimeout(() => isHeldAfter(form, 'part-slow') && free(), patience);
	const late = setTimeout(() => control.abort(), timeLimit);
	try {
		if (leavingHere()) throw new Error('Somebody is to be signed out first.');
		const headers = { accept: 'text/html', 'x-part': id };
		const response = await fetch(form.action, { method: 'POST', body, headers, signal });
		const html = await response.text();
		if (!isNewest()) return;
		showOffline(false);
		if (!replace(id, html)) sendPlainly(form, submitter);
		else document.dispatchEvent(new Event('part-came'));
	} catch {
		if (isNewest()) showOffline(!isHeldAfter(form, 'part-failed'));
	} finally {
		clearTimeout(slow);
		clearTimeout(late);
		free();
	}
}

/** Who can hold what is in the form does so, and says that it is held. */
function isHeldAfter(form: HTMLFormElement, event: 'part-slow' | 'part-failed'): boolean {
	return !form.dispatchEvent(new Event(event, { bubbles: true, cancelable: true }));
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
