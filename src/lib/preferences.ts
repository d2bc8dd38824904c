import type { Cookies } from '@sveltejs/kit';
import type { Me } from '#schemas/account.ts';
import {
	defaultLocale,
	isLocale,
	textSizes,
	themes,
	targetGroups,
	type Locale,
	type TargetGroup,
	type TextSize,
	type Theme,
} from '#schemas/names.ts';

export interface Preferences {
	locale: Locale;
	textSize: TextSize;
	theme: Theme;
}

/** The target group that was chosen on this device, by whoever has told none of their own. */
export function readGroup(cookies: Cookies): TargetGroup | null {
	return oneOf(targetGroups, cookies.get('group')) ?? null;
}

const year = 365 * 24 * 60 * 60;

export function readPreferences(cookies: Cookies): Preferences {
	const locale = cookies.get('locale');
	return {
		locale: isLocale(locale) ? locale : defaultLocale,
		textSize: oneOf(textSizes, cookies.get('textSize')) ?? 'normal',
		theme: oneOf(themes, cookies.get('theme')) ?? 'auto',
	};
}

/** Keeps choices in cookies of this device. The enhancement script writes the same ones, so they are not http-only. */
export function keepPreferences(
	cookies: Cookies,
	url: URL,
	chosen: Partial<Preferences> & { group?: TargetGroup },
): void {
	const options = {
		path: '/',
		maxAge: year,
		sameSite: 'lax',
		httpOnly: false,
		secure: url.protocol === 'https:',
	} as const;
	for (const [name, value] of Object.entries(chosen)) {
		if (value !== undefined && cookies.get(name) !== value) cookies.set(name, value, options);
	}
}

/** After signing in, the choices that a learner made on another device. */
export function adoptPreferences(cookies: Cookies, url: URL, me: Me): void {
	keepPreferences(cookies, url, { locale: me.locale, ...me.preferences });
}

export function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
	return values.find((known) => known === value);
}
