import type { settings as source } from '../vi/settings.ts';

/** The settings page. */
export const settings = {
	title: 'Settings',
	intro: 'Choose, then press Save. This device will remember.',
	introSignedIn: 'Choose, then press Save. It will be the same wherever you sign in.',
	language: 'Language',
	textSize: 'Text size',
	textSizes: { normal: 'Normal text', large: 'Large text' },
	theme: 'Background',
	themes: { auto: 'Same as my device', light: 'Light', dark: 'Dark' },
	save: 'Save',
	saved: 'Saved.',
	codes: 'Recovery codes made for this account',
	codesText:
		'Whoever has a code can set your password. If you did not ask for one of these, tell whoever runs this site.',
} satisfies typeof source;
