/**
 * The development server: a Vite plugin that answers /api and /health from source on Vite's own port, rebuilds the API
 * when its code changes, and publishes `courses/` when an author saves, showing what is wrong on the page.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { buildApp as BuildApp } from '../src/server/app.ts';
import type { Database } from '../src/server/db/connect.ts';

type ServerModule = { buildApp: typeof BuildApp };
type App = Awaited<ReturnType<typeof BuildApp>>;

export function devServer(): Plugin {
	return {
		name: 'cung-hoc:dev-server',
		apply: 'serve',
		config: () => ({
			server: {
				port: Number(process.env.PORT ?? 3000),
				host: process.env.HOST ?? '0.0.0.0',
				strictPort: true,
			},
		}),
		async configureServer(vite) {
			if (process.env.VITEST) return;
			const secret = randomBytes(32).toString('hex');
			process.env.INTERNAL_SECRET = secret;
			const { readConfig } = await load<typeof import('../src/server/config.ts')>(vite, 'config');
			const { openDatabase } = await load<typeof import('../src/server/db/connect.ts')>(vite, 'db/connect');
			const config = readConfig(process.env);
			const database = await openDatabase(config);
			const api = followApi(vite, (module) => module.buildApp({ config, database, internalSecret: secret }));
			const courses = followCourses(vite, database, config.coursesDir, async () =>
				(await api()).catalog.refresh(),
			);
			await courses({ onlyIfChanged: true });
			reloadPages(vite);
			vite.httpServer?.once('listening', () => {
				process.env.API_ORIGIN = `http://127.0.0.1:${(vite.httpServer?.address() as AddressInfo).port}`;
			});
			vite.httpServer?.once('close', () => void database.close());
			vite.middlewares.use(
				(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
					if (!/^\/(api|health)(\/|\?|$)/.test(request.url ?? '')) return next();
					api().then((app) => app.routing(request, response), next);
				},
			);
		},
	};
}

function load<T>(vite: ViteDevServer, name: string): Promise<T> {
	return vite.ssrLoadModule(`/src/server/${name}.ts`) as Promise<T>;
}

/** The API as its source now stands: a new app when the module changed, the old one closed. */
function followApi(vite: ViteDevServer, build: (module: ServerModule) => Promise<App>) {
	let current: { module: ServerModule; app: Promise<App> } | undefined;
	return async () => {
		const module = await load<ServerModule>(vite, 'app');
		if (current?.module !== module) {
			const old = current?.app;
			current = { module, app: ready(build(module)) };
			await old?.then((app) => app.close());
		}
		return current.app;
	};
}

async function ready(building: Promise<App>): Promise<App> {
	const app = await building;
	await app.ready();
	return app;
}

/** Pages hold no client modules that Vite could exchange, so a change of code reloads the page. */
function reloadPages(vite: ViteDevServer) {
	const source = path.join(vite.config.root, 'src');
	vite.watcher.on('change', (file) => {
		if (file.startsWith(source)) vite.ws.send({ type: 'full-reload', path: '*' });
	});
}

/** Publishes the courses folder now and whenever a file in it changes; errors go to the browser and the terminal. */
function followCourses(
	vite: ViteDevServer,
	database: Database,
	folder: string,
	changed: () => Promise<unknown>,
) {
	let timer: NodeJS.Timeout | undefined;
	const publish = async (options: { onlyIfChanged?: boolean } = {}) => {
		const publishing = await load<typeof import('../src/server/courses/publish.ts')>(vite, 'courses/publish');
		const result = await publishing.publish(database.db, {
			folder,
			by: publishing.drafting,
			now: new Date(),
			...options,
		});
		if (!result) return;
		await changed();
		vite.ws.send({ type: 'full-reload', path: '*' });
		if (result.errors.length === 0) return;
		const lines = result.errors.map(
			(error) => `${error.file}:${error.line}:${error.column}\n  ${error.message}`,
		);
		vite.config.logger.error(lines.join('\n'));
		// After the reload, so that the page that comes back shows it.
		setTimeout(() => {
			const [first] = result.errors;
			vite.ws.send({
				type: 'error',
				err: { message: lines.join('\n\n'), stack: '', id: first?.file ?? folder },
			});
		}, 800);
	};
	const later = (file: string) => {
		if (!file.startsWith(folder)) return;
		clearTimeout(timer);
		timer = setTimeout(
			() => void publish().catch((error: unknown) => vite.config.logger.error(String(error))),
			200,
		);
	};
	vite.watcher.add(folder);
	for (const event of ['add', 'change', 'unlink'] as const) vite.watcher.on(event, later);
	return publish;
}
