import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { App } from '../app-types.ts';
import { comesByHttps, strictTransport } from './https.ts';

/** The API answers with data only; nothing of it may run or be framed. The documentation pages bring their own. */
const apiPolicy = { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/**
 * Helmet's headers on every answer. They are the same for all, so they are asked for once, of a server that does nothing
 * else: the plugin works them out anew for each answer.
 */
export async function protection(app: App, publicOrigin: string | null) {
	const headers = await headersOf({ contentSecurityPolicy: apiPolicy, hsts: false });
	app.addHook('onRequest', (request, reply, done) => {
		reply.headers(headers);
		if (comesByHttps(request, publicOrigin)) reply.header('strict-transport-security', strictTransport);
		done();
	});
	// JSON that a browser is led to is put down as a file, and never read as a page.
	app.addHook('onSend', (_request, reply, payload, done) => {
		const type = String(reply.getHeader('content-type') ?? '');
		if (/^application\/(problem\+)?json/.test(type) && !reply.hasHeader('content-disposition'))
			reply.header('content-disposition', 'attachment; filename="api.json"');
		done(null, payload);
	});
}

async function headersOf(options: Parameters<typeof helmet>[1]): Promise<Record<string, string>> {
	const asked = Fastify();
	await asked.register(helmet, options);
	asked.get('/', (_request, reply) => reply.hijack().raw.end());
	const { headers } = await asked.inject('/');
	await asked.close();
	// Node's own are not the library's.
	const own = new Set(['date', 'connection', 'content-length', 'transfer-encoding']);
	const named = Object.entries(headers).filter(([name]) => !own.has(name));
	return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}
