import Type from 'typebox';
import { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';
import type { Catalog } from './catalog.ts';
import { namesTag, rangeOf } from './range.ts';

/** What is at an address of media never changes, and nothing in it may run. */
const forEver = {
	'accept-ranges': 'bytes',
	'cache-control': 'public, max-age=31536000, immutable',
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Pictures, sound and video. By ranges too: some browsers play no video without. */
export function mediaRoute(app: App, catalog: Catalog) {
	app.get(
		'/api/media/:hash/:name',
		{
			config: { access: 'public', rateLimit: false },
			schema: {
				tags: ['courses'],
				summary:
					'A picture, sound, video or captions of a course; a range of its bytes where one is asked for',
				params: Type.Object({
					hash: Type.String({ pattern: '^[0-9a-f]{32}$' }),
					name: Type.String({ maxLength: 200 }),
				}),
				response: { 200: Type.Any(), 206: Type.Any(), 304: Type.Null(), '4xx': Problem },
			},
		},
		async (request, reply) => {
			const { type, bytes } = (await catalog.media(request.params.hash)) ?? unwrap(fail('not-found'));
			const { range: wanted, 'if-range': condition, 'if-none-match': known } = request.headers;
			const tag = `"${request.params.hash}"`;
			const headers = { ...forEver, etag: tag };
			if (namesTag(known, tag)) return reply.code(304).headers(headers).send();
			const isSame = condition === undefined || condition === tag;
			const range = rangeOf(isSame ? wanted : undefined, bytes.length);
			if (range === 'outside') {
				reply.header('content-range', `bytes */${bytes.length}`);
				return unwrap(fail('range-outside'));
			}
			reply.headers(headers).type(type);
			const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
			if (!range) return reply.send(whole);
			return reply
				.code(206)
				.header('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`)
				.send(whole.subarray(range.start, range.end + 1));
		},
	);
}
