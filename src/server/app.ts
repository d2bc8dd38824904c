import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { isOfApi } from '#schemas/address.ts';
import { health } from '#schemas/endpoints/health.ts';
import { careRoutes } from './accounts/care-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { createSealing } from './accounts/sealing.ts';
import { passkeyRoutes } from './accounts/passkey-routes.ts';
import { secondStepRoutes } from './accounts/second-step-routes.ts';
import { securityRoutes } from './accounts/security-routes.ts';
import type { App } from './app-types.ts';
import type { Deps } from './deps.ts';
import { analysisRoutes } from './analysis/routes.ts';
import { attemptRoutes } from './attempts/routes.ts';
import { gradingRoutes } from './grading/routes.ts';
import { regradingRoutes } from './regrading/routes.ts';
import { randomSeed } from './attempts/seed.ts';
import { uploadRoutes } from './attempts/upload-routes.ts';
import { correctionRoutes } from './certificates/correction-routes.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { Catalog } from './courses/catalog.ts';
import { courseRoutes } from './courses/routes.ts';
import type { Config } from './config.ts';
import type { Database } from './db/connect.ts';
import { fail, unwrap } from './failure.ts';
import { Limits } from './limits/limits.ts';
import { allJobs } from './jobs/all.ts';
import { startJobs, type Jobs } from './jobs/jobs.ts';
import { mergingRoutes } from './merging/routes.ts';
import { rescueRoutes } from './rescues/routes.ts';
import { paperRoutes } from './paper/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { ownDataRoutes } from './own-data/routes.ts';
import { accessControl } from './plugins/access.ts';
import { createChallenges } from './plugins/challenges.ts';
import { diskSpace, freeSpaceAt, type FreeSpace } from './plugins/disk-space.ts';
import { createHalfWays } from './plugins/half-way.ts';
import { knownDevices } from './plugins/known-device.ts';
import { openapi } from './plugins/openapi.ts';
import { originCheck } from './plugins/origin.ts';
import { problems, sendError } from './plugins/problems.ts';
import { protection } from './plugins/protection.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { buildSerializer } from './plugins/serialization.ts';
import { createSessions, sessionHook } from './plugins/sessions.ts';
import { unknownRoute } from './plugins/unknown-route.ts';
import { validation } from './plugins/validation.ts';
import { visitor } from './plugins/visitor.ts';
import { web, type PagesHandler } from './plugins/web.ts';
import { wellFormedText } from './plugins/well-formed.ts';
import { whoseCheck } from './plugins/whose.ts';
import { progressRoutes } from './progress/routes.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';
import { openStorage } from './uploads/open-storage.ts';
import { viewRoutes } from './views/routes.ts';

export interface AppOptions {
	config: Config;
	database: Database;
	/** The SvelteKit pages; without them only the API is served. */
	pages?: PagesHandler;
	/** The secret by which the pages of this process make themselves known to the API. */
	internalSecret?: string;
	now?: () => Date;
	newSeed?: () => string;
	/** Bytes that are free where the embedded database is; by default what the system says. */
	freeSpace?: FreeSpace;
	logger?: FastifyServerOptions['logger'];
}

/** Bytes of a body, where the endpoint says nothing else. */
const usualBody = 16 * 1024;

/** Puts the server together; opens nothing. The caller closes the database after the app. */
export async function buildApp(options: AppOptions): Promise<App> {
	const { config, database, now = () => new Date(), newSeed = randomSeed } = options;
	const app: App = Fastify({
		logger: options.logger ?? false,
		genReqId: () => randomUUID(),
		trustProxy: config.trustProxy ?? false,
		bodyLimit: usualBody,
		schemaController: { compilersFactory: { buildSerializer } },
		// A client that neither sends nor reads holds a connection, and what waits to be read, no longer than this.
		connectionTimeout: 30_000,
		// A body that trickles in holds a connection no longer than this.
		requestTimeout: 60_000,
		forceCloseConnections: 'idle',
		// Pages that are on their way when the server stops still call the API.
		return503OnClosing: false,
		routerOptions: { maxParamLength: 200 },
		frameworkErrors: (error, request, reply) =>
			// An address that cannot be read is no page: people are told so by the page that is not there.
			!isOfApi(request.url) && request.headers.accept?.includes('text/html')
				? void reply.redirect('/404')
				: void sendError(error, request as FastifyRequest, reply as FastifyReply),
	}).withTypeProvider();

	const secret = options.internalSecret ?? randomUUID();
	const catalog = new Catalog(database.db, config.timeZone);
	const sessions = createSessions(database, config);
	const limits = new Limits(database.query, now);
	const sealing = await createSealing(database, config.sealingSecrets);
	const halfWays = createHalfWays(database, sealing, config.origin);
	const challenges = createChallenges(sealing, config.origin);
	const signIns = { sessions, sealing, halfWays, challenges };
	const storage = openStorage(config.uploads);
	const deps: Deps = { config, database, catalog, limits, ...signIns, storage, now, newSeed };
	let unfollow = async () => {};
	app.addHook('onReady', async () => {
		unfollow = await deps.sessions.follow();
	});
	app.addHook('onReady', () => catalog.follow((error) => app.log.warn({ err: error }, 'catalog not reread')));
	const jobFailed = (error: unknown, job?: string) => app.log.error({ err: error, job }, 'a job failed');
	let jobs: Promise<Jobs> | undefined;
	app.addHook('onListen', async () => {
		jobs = startJobs(database, allJobs(deps, jobFailed), jobFailed);
		// The next start tries again; meanwhile everything else works.
		jobs.catch(jobFailed);
	});
	app.addHook('onClose', async () => {
		await jobs?.then((started) => started.stop()).catch(jobFailed);
		await unfollow();
		catalog.stop();
	});

	app.decorate('catalog', catalog);
	app.decorate('limits', limits);
	await knownDevices(app, database, config.origin);
	app.decorate('forget', deps.sessions.forget);
	app.decorate('routeTable', []);
	problems(app);
	await app.register(async (api: App) => {
		visitor(api, secret);
		if (database.kind === 'pglite') diskSpace(api, options.freeSpace ?? freeSpaceAt(config.dataDir));
		originCheck(api, config.origin);
		await protection(api, config.origin);
		sessionHook(api, deps.sessions);
		whoseCheck(api);
		accessControl(api, now);
		validation(api);
		wellFormedText(api);
		await rateLimits(api);
		await openapi(api, version);
		healthRoute(api, database);
		accountRoutes(api, deps);
		securityRoutes(api, deps);
		secondStepRoutes(api, deps);
		passkeyRoutes(api, deps);
		ownDataRoutes(api, deps);
		careRoutes(api, deps);
		courseRoutes(api, deps);
		attemptRoutes(api, deps);
		await api.register(async (files) => uploadRoutes(files, deps));
		analysisRoutes(api, deps);
		gradingRoutes(api, deps);
		roomRoutes(api, deps);
		regradingRoutes(api, deps);
		paperRoutes(api, deps);
		progressRoutes(api, deps);
		certificateRoutes(api, deps);
		correctionRoutes(api, deps);
		mergingRoutes(api, deps);
		await rescueRoutes(api, deps);
		await api.register(async (views) => viewRoutes(views, deps));
		unknownRoute(api);
	});
	if (options.pages) web(app, options.pages, { secret, publicOrigin: config.origin });
	return app;
}

function healthRoute(app: App, database: Database) {
	serve(
		app,
		health.health,
		async () => {
			await within(2000, database.ping()).catch(() => unwrap(fail('unavailable')));
			return { status: 'ok' as const, database: database.kind, version };
		},
		{ rateLimit: false },
	);
}

/** A database that hangs is as good as none. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error('late')), ms);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
