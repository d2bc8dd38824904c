import type { ServerResponse } from 'node:http';

declare module 'http' {
	interface IncomingMessage {
		/** Of a request that the pages of this process send: that of the visitor who waits for the page. */
		leaving?: AbortSignal | undefined;
	}
}

/** Aborted when whoever waits for this response has gone. */
export function leavingSignal(response: ServerResponse): AbortSignal {
	const controller = new AbortController();
	response.once('close', () => {
		if (!response.writableFinished) controller.abort();
	});
	return controller.signal;
}
