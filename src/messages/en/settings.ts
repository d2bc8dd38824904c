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
	looks: 'Language, text size and colours',
	sample: 'Hold the power button for about three seconds, and the screen lights up.',
	about: 'About you',
	nameHint:
		'As you want it on a certificate. Certificates that you have do not change with it: correct those on their own page.',
	birthYear: 'Year of birth',
	birthYearHint: 'Such as 1956. Only to know what people of each age learn; nobody else sees it.',
	residence: 'Where you live',
	residenceHint: 'Commune or ward, then province. Only to know what people learn where; nobody else sees it.',
	saveAbout: 'Save what I told',
	codes: 'Recovery codes made for this account',
	codesText:
		'Whoever has a code can set your password. If you did not ask for one of these, tell whoever runs this site.',
} satisfies typeof source;
