import type { RequestEvent } from '@sveltejs/kit';
import { api, type Api } from '#lib/api.ts';
import type { Result } from '#lib/call.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Me } from '#schemas/account.ts';
import { hostHalfWayCookie, plainHalfWayCookie, sessionCookies } from '#schemas/session.ts';

type Visit = Pick<RequestEvent, 'cookies' | 'fetch' | 'locals'>;

export function hasSession({ cookies }: Pick<RequestEvent, 'cookies'>): boolean {
	return sessionCookies.some((name) => Boolean(cookies.get(name)));
}

/** Whether this browser is in the middle of signing in: the password was right, a code is asked for. */
export function isHalfWay({ cookies }: Pick<RequestEvent, 'cookies'>): boolean {
	return [hostHalfWayCookie, plainHalfWayCookie].some((name) => Boolean(cookies.get(name)));
}

/** Who visits, or null; nobody is asked where there is no session. */
export async function whoVisits(visit: Visit): Promise<Me | null> {
	if (!hasSession(visit)) return null;
	const result = await api(visit.fetch).me();
	return result.ok ? result.data : null;
}

/** Does something in a learner's name. A visitor without a session becomes a guest first, and keeps all they do. */
export async function asLearner<T>(
	visit: Visit,
	act: (client: Api) => Promise<Result<T>>,
): Promise<Result<T>> {
	const client = api(visit.fetch);
	if (hasSession(visit)) {
		const result = await act(client);
		if (result.ok || codeOf(result.problem) !== 'not-signed-in') return result;
	}
	const guest = await client.createGuest({ locale: visit.locals.locale });
	return guest.ok ? act(client) : guest;
}
