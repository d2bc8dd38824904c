/** Every form that writes says whose it is, and leaves what is wrong to the API, which says it in the page's language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Whoever signs in by them is not the one that the page was made for. */
const nobodys = [
	'src/routes/(plain)/sign-in/+page.svelte',
	'src/routes/(plain)/sign-in/second-step/+page.svelte',
	'src/routes/(plain)/recover/+page.svelte',
	// A file counts for whoever saved it, whoever is signed in.
	'src/routes/(plain)/rescue/+page.svelte',
	// Where it adds a passkey, the page puts it in.
	'src/lib/components/PasskeyForm.svelte',
];

const forms = ['src/lib', 'src/routes'].flatMap((root) =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.svelte'))
		.map((file) => path.join(root, file))
		.flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('<form')
				.slice(1)
				.map((text) => ({ file, text: text.split('</form>')[0] ?? '' }))
				.filter(({ text }) => text.includes('method="')),
		),
);
const writing = forms.filter(({ text }) => text.includes('method="post"'));

it('a form that writes says for whom its page was made', () => {
	expect(writing.length).toBeGreaterThan(25);
	const silent = writing.filter(({ text }) => !text.includes('<Whose />')).map(({ file }) => file);
	expect(silent.sort()).toEqual(nobodys.sort());
});

it('no form is judged by the browser', () => {
	const judged = forms.filter(({ text }) =>
		/<(?:Field|PasswordField|UsernameField)\b|\srequired\b/.test(text),
	);
	expect(judged.length).toBeGreaterThan(15);
	expect(judged.filter(({ text }) => !/^\s+novalidate\b/.test(text)).map(({ file }) => file)).toEqual([]);
});
