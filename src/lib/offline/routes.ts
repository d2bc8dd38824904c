/** Which request the worker answers, and how: decisions alone. */
import { isOfApi, pathTo } from '#schemas/address.ts';
import { signOut } from '#schemas/paths.ts';
import { localise, splitLocale } from '../locale.ts';
import type { Locale } from '#schemas/names.ts';

/**
 * `leave`: not the worker's, the browser does as without it. `file`: under a name that changes with what is in it.
 * `drawing`: may change, so the network first. `published`: a page of courses, kept as a visitor sees it. `own`: a page
 * of one learner. `other`: a page that is never kept.
 */
export type Plan = 'leave' | 'file' | 'drawing' | 'published' | 'own' | 'other';

export interface Asked {
	method: string;
	mode: string;
	url: URL;
}

const published = /^\/(courses(\/[^/]+){0,3}|tracks\/[^/]+|groups\/[^/]+|help(\/[^/]+)?|offline)?$/;
const own = /^\/(learn(\/(answers|device))?|certificates(\/[^/]+)?|attempts\/[^/]+(\/result)?)$/;
const file = /^\/_app\/immutable\//;
const drawing = /^\/(art\/[\w-]+|mark|favicon)\.svg$/;
const leaving = /^\/(sign-out|settings\/data\/deletion)$/;
/** Named by what is in it, as media and the keys of one version's practice are. */
const named = /\/media\/[0-9a-f]+\/|\/practice-keys$/;

export function planFor({ method, mode, url }: Asked, origin: string): Plan {
	if (method !== 'GET' || url.origin !== origin) return 'leave';
	const { path } = splitLocale(url.pathname);
	if (isOfApi(path)) return mode !== 'navigate' && named.test(path) ? 'file' : 'leave';
	if (file.test(path)) return 'file';
	if (drawing.test(path)) return 'drawing';
	if (mode !== 'navigate' || /\.\w+$/.test(path)) return 'leave';
	if (published.test(path)) return 'published';
	return own.test(path) ? 'own' : 'other';
}

/** Somebody signs out or erases themselves, by a form or by the API: their pages go from the device, whatever comes of it. */
export function isLeaving({ method, url }: Asked, origin: string): boolean {
	if (url.origin !== origin || method === 'GET') return false;
	if (method === 'DELETE') return url.pathname === pathTo(signOut);
	return leaving.test(splitLocale(url.pathname).path);
}

/** Where a page lies on the device: one address whichever way its language was chosen. */
export function keyOf(url: URL, locale: Locale): string {
	const path = localise(locale, splitLocale(url.pathname).path);
	const screen = url.searchParams.get('q');
	return isAttempt(url) && screen ? `${path}?q=${screen}` : path;
}

/** Anybody may look at a certificate; on its holder's device alone it is kept. */
export function isCertificate({ pathname }: URL): boolean {
	return /\/certificates\/[^/]+$/.test(pathname);
}

export function isAttempt({ pathname }: URL): boolean {
	return /\/attempts\/[^/]+$/.test(pathname);
}

/** What is fetched, replaced and removed as one: a course, or the rest of the site, each in one language. */
export function setOf(key: string): string {
	const { locale, path } = splitLocale(key);
	const [, room, course] = path.split('/');
	return room === 'courses' && course ? courseSet(course, locale ?? 'vi') : `site/${locale ?? 'vi'}`;
}

export function courseSet(course: string, locale: Locale): string {
	return `course/${course}/${locale}`;
}

/** What `setOf` gave for a course. */
export function courseOf(set: string): { course: string; locale: Locale } | null {
	const [kind, course = '', locale] = set.split('/');
	return kind === 'course' ? { course, locale: locale as Locale } : null;
}
