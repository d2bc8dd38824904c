import { attempts } from '#schemas/endpoints/attempts.ts';
import { isUuid } from '#schemas/names.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { replyWithFile } from '../uploads/reply.ts';
import { selectOptionalUpload } from '../uploads/store.ts';
import { attemptIdOf } from './find.ts';
import { OpenWorks } from './open-works.ts';
import { sendFile } from './upload.ts';

/** Beyond the limit by which a file is refused in words; what is heavier still is not read to its end. */
const slack = 1_000_000;

/** In a scope of its own: nowhere else is a body taken that is no JSON. */
export function uploadRoutes(app: App, deps: Deps) {
	const working = { ...deps, open: new OpenWorks() };
	const bodyLimit = deps.config.uploads.megabytes * 1_000_000 + slack;
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));

	serve(app, attempts.sendFile, async (request) => {
		const { params, query, body, locale } = request;
		const bytes = Buffer.isBuffer(body) ? body : unwrap(fail('bad-request'));
		const revision = Number(query.revision);
		if (!Number.isSafeInteger(revision)) unwrap(fail('bad-request'));
		const attempt = unwrap(attemptIdOf(params.id));
		const { question, upload } = params;
		const asked = { attempt, question, upload, revision, bytes, locale };
		return unwrap(await sendFile(working, request.principal!, asked, deps.now()));
	});

	serve(app, attempts.ownFile, async ({ principal, params, query }, reply) => {
		const id = params.upload.toLowerCase();
		const row = isUuid(id) ? await selectOptionalUpload(deps.database.db, principal!.learner, id) : null;
		return replyWithFile(deps.storage, reply, row, query.size);
	});
}
