import type { RequestEvent } from '@sveltejs/kit';
import { pathTo } from '#schemas/address.ts';
import { codeOf, problemType } from '#schemas/failures.ts';
import * as paths from '#schemas/paths.ts';
import { api } from '#lib/api.ts';
import { callForText, parsed, withQuery, type Result } from '#lib/call.ts';
import { targetGroups, type Address } from '#schemas/names.ts';
import type { Someone } from '#lib/frame.ts';
import { orError } from '#lib/forms.ts';
import { hasSession, whoVisits } from '#lib/learner.ts';
import { oneOf } from '#lib/preferences.ts';

type Visit = Pick<RequestEvent, 'cookies' | 'fetch' | 'locals' | 'route' | 'url'> & {
	params: Partial<Record<string, string>>;
};
type AddressOf = (params: Record<string, string>) => string;

const lessonPaper: AddressOf = ({ course = '', lesson = '' }) =>
	pathTo(paths.lessonPaperView, course, lesson);

/** The view that each page shows. A page that is not here shows nothing of the API but who reads it. */
const open: Record<string, AddressOf> = {
	'/(plain)': () => pathTo(paths.homeView),
	'/(plain)/courses': () => pathTo(paths.coursesView),
	'/(plain)/groups/[group]': () => pathTo(paths.coursesView),
	'/(plain)/courses/[course]': ({ course = '' }) => pathTo(paths.courseView, course),
	'/(plain)/courses/[course]/lessons/[lesson]': ({ course = '', lesson = '' }) =>
		pathTo(paths.lessonView, course, lesson),
	'/(plain)/courses/[course]/lessons/[lesson]/print': lessonPaper,
	'/(plain)/courses/[course]/lessons/[lesson]/leaflet': lessonPaper,
	'/(plain)/courses/[course]/quizzes/[quiz]': ({ course = '', quiz = '' }) =>
		pathTo(paths.quizView, course, quiz),
	'/(plain)/tracks/[track]': ({ track = '' }) => pathTo(paths.trackView, track),
	'/(plain)/settings': () => pathTo(paths.settingsView),
	'/(plain)/certificates/[serial]': ({ serial = '' }) => pathTo(paths.certificateView, serial),
};
/** Views of learners alone: nobody is asked where there is no session. */
const own: Record<string, AddressOf> = {
	'/(plain)/learn': () => pathTo(paths.learningView),
	'/(plain)/learn/card': () => pathTo(paths.learningView),
	'/(plain)/learn/review': () => pathTo(paths.reviewView),
	'/(plain)/learn/answers': () => pathTo(paths.answersView),
	'/(plain)/attempts/[attempt]': ({ attempt = '' }) => pathTo(paths.attemptView, attempt),
	'/(plain)/attempts/[attempt]/result': ({ attempt = '' }) => pathTo(paths.resultView, attempt),
	'/(plain)/helper': () => pathTo(paths.helperView),
	'/(plain)/certificates': () => pathTo(paths.certificatesView),
};

const signedOut: Result<never> = {
	ok: false,
	status: 401,
	problem: { type: problemType('not-signed-in'), title: '', status: 401, detail: '' },
};

/**
 * What this page shows, from one call, however many loads ask for it. `T`: the view's type, by the route's endpoint in
 * `schemas/endpoints/views.ts`.
 */
export function view<T>(visit: Visit): Promise<Result<T>> {
	visit.locals.view ??= viewText(visit).then(parsed);
	return visit.locals.view as Promise<Result<T>>;
}

/** The same, as the API wrote it. */
export function viewText(visit: Visit): Promise<Result<string>> {
	visit.locals.viewText ??= ask(visit);
	return visit.locals.viewText as Promise<Result<string>>;
}

/** The page shows its view, and else depends on its address and the reader's preferences alone. */
export function isMadeOfItsView({ route }: Pick<RequestEvent, 'route'>): boolean {
	return Object.hasOwn(open, route.id ?? '') && route.id !== '/(plain)/certificates/[serial]';
}

/** The view, or SvelteKit's error page. */
export async function viewOrError<T>(visit: Visit): Promise<T> {
	return orError(await view<T>(visit));
}

/** The view of a learner alone; null for a visitor. */
export async function ownView<T>(visit: Visit): Promise<T | null> {
	const found = await view<T>(visit);
	return isNobodys(found) ? null : orError(found);
}

/** Who reads this page: as its view says; where it has none, or fails, by a call of its own. */
export async function reader(visit: Visit): Promise<Someone | null> {
	const id = visit.route.id ?? '';
	if (!(id in open) && !(id in own)) return (visit.locals.me ??= whoVisits(visit));
	const found = await view<{ me: Someone | null }>(visit);
	if (found.ok) return found.data.me;
	return isNobodys(found) ? null : whoVisits(visit);
}

/** How this page addresses its reader: as its view says; where it has none, as the track of the reader's group does. */
export async function addressOf(visit: Visit): Promise<Address> {
	const id = visit.route.id ?? '';
	if (id in open || id in own) {
		const found = await view<{ address?: Address }>(visit);
		return (found.ok && found.data.address) || 'bạn';
	}
	const group = (await reader(visit))?.targetGroup ?? visit.locals.group;
	if (!group) return 'bạn';
	const found = await api(visit.fetch).tracks({ locale: visit.locals.locale });
	const track = found.ok ? found.data.tracks.find((each) => each.group === group) : undefined;
	return track?.address ?? 'bạn';
}

function isNobodys(found: Result<unknown>): boolean {
	return !found.ok && codeOf(found.problem) === 'not-signed-in';
}

async function ask(visit: Visit): Promise<Result<string>> {
	if ((visit.route.id ?? '') in own && !hasSession(visit)) return signedOut;
	return callForText(visit.fetch, { method: 'GET', path: viewAddress(visit) });
}

/** Where the API says it: path and query. */
export function viewAddress({ route, params, url, locals }: Visit): string {
	const id = route.id ?? '';
	const path = open[id] ?? own[id];
	if (!path) throw new Error(`The page ${id} has no view.`);
	const version = id.endsWith('/[lesson]') ? url.searchParams.get('version') : null;
	// Who opens a group's page chooses it.
	const group = oneOf(targetGroups, params.group) ?? locals.group;
	return withQuery(path(params as Record<string, string>), {
		locale: locals.locale,
		...(group && { group }),
		...(version !== null && { version }),
	});
}
