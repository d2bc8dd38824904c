import { courses } from '#schemas/endpoints/courses.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import type { Catalog } from './catalog.ts';
import { namesTag, rangeOf } from './range.ts';

/** What is at an address of media never changes, and nothing in it may run. */
const forEver = {
	'accept-ranges': 'bytes',
	'cache-control': 'public, max-age=31536000, immutable',
	'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
};

/** Pictures, sound and video. By ranges too: some browsers play no video without. */
export function mediaRoute(app: App, catalog: Catalog) {
	serve(
		app,
		courses.media,
		async (request, reply) => {
			const { type, bytes } = (await catalog.media(request.params.hash)) ?? unwrap(fail('not-found'));
			const { range: wanted, 'if-range': condition, 'if-none-match': known } = request.headers;
			const tag = `"${request.params.hash}"`;
			const headers = { ...forEver, etag: tag };
			if (namesTag(known, tag)) return reply.headers(headers).code(304).send();
			const isSame = condition === undefined || condition === tag;
			const range = rangeOf(isSame ? wanted : undefined, bytes.length);
			if (range === 'outside') {
				reply.header('content-range', `bytes */${bytes.length}`);
				return unwrap(fail('range-outside'));
			}
			reply.headers(headers).type(type);
			// What is no picture, film or captions is kept, never opened on a page of ours.
			if (type.startsWith('application/')) reply.header('content-disposition', 'attachment');
			const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
			if (!range) return reply.code(200).send(whole);
			return reply
				.header('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`)
				.code(206)
				.send(whole.subarray(range.start, range.end + 1));
		},
		{ rateLimit: false },
	);
}
