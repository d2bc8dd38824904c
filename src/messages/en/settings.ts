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
} satisfies typeof source;
