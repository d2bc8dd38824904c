import type { App } from '../app-types.ts';

declare module 'http' {
	interface IncomingMessage {
		/** Of a call by the pages of this process: takes what the API answers, as it is. */
		takeAnswer?: (answer: unknown) => void;
	}
}

/**
 * What the pages of this process ask for is handed to them as it is: made into text and read again, a lesson would
 * cost as much as all the rest of the call. Refusals come as text, as ever. Pages change nothing of what they are given.
 */
export function handOver(app: App) {
	app.addHook('onRequest', (request, reply, done) => {
		const take = request.fromPages && request.raw.takeAnswer;
		if (take)
			reply.serializer((answer: unknown) => {
				take(answer);
				return '';
			});
		done();
	});
}
