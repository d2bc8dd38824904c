import { mayAtAll } from '#domain/access.ts';
import type { Access } from '#schemas/access.ts';
import { documentationPath } from '#schemas/address.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';

/** Every route says who may call it (`config.access`); one that does not is refused when the server is built. */
export function accessControl(app: App, now: () => Date) {
	app.addHook('onRoute', (route) => {
		const { method, url } = route;
		// The documentation's pages are a library's, which knows nothing of access.
		if (url.startsWith(documentationPath)) route.config = { ...route.config, access: 'public' };
		const access = route.config?.access;
		if (access === undefined) throw new Error(`${String(method)} ${url} does not declare config.access.`);
		if (access !== 'public') {
			const description = [route.schema?.description, describeAccess(access)].filter(Boolean).join(' ');
			route.schema = { ...route.schema, security: [{ session: [] }], description };
		}
		for (const one of [method].flat()) app.routeTable.push({ method: one, url, access });
	});
	app.addHook('preValidation', async (request) => {
		const { access } = request.routeOptions.config;
		if (access === 'public') return;
		if (!request.principal) return unwrap(fail('not-signed-in'));
		if (access === 'learner') return;
		const { grants, withheld } = request.principal;
		if (access && mayAtAll(grants, access, now().getTime())) return;
		const isWithheld = access && mayAtAll(withheld, access, now().getTime());
		unwrap(fail(isWithheld ? 'second-step-needed' : 'not-allowed'));
	});
}

function describeAccess(access: Exclude<Access, 'public'>): string {
	return access === 'learner' ? 'For anybody signed in, a guest too.' : `For who may do \`${access}\`.`;
}
