import { createServer } from 'node:net';

/**
 * A port that nobody listens on now.
 * @returns {Promise<number>}
 */
export function freePort() {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
		});
	});
}
