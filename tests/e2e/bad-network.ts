/** A network between a browser and a server that can be cut, be slow, drop requests or replies, or hang. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `deaf`: what is asked arrives, and no reply comes back. `hung`: nothing arrives, and nobody says so. */
type Weather = 'fair' | 'cut' | 'slow' | 'every-second' | 'deaf' | 'hung';
const slowness = 5000;

export async function badNetwork(port: number) {
	let weather: Weather = 'fair';
	let count = 0;
	const pass = (asked: IncomingMessage, answer: ServerResponse, isLost = false) => {
		const { method, url, headers } = asked;
		const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (reply) => {
			if (isLost) {
				reply.resume();
				asked.socket.destroy();
				return;
			}
			answer.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(answer);
		});
		onward.on('error', () => asked.socket.destroy());
		asked.pipe(onward);
	};
	const server = createServer((asked, answer) => {
		const isDropped = weather === 'cut' || (weather === 'every-second' && count++ % 2 === 0);
		if (isDropped) asked.socket.destroy();
		else if (weather === 'hung') asked.resume();
		else if (weather === 'slow') setTimeout(() => pass(asked, answer), slowness);
		else pass(asked, answer, weather === 'deaf');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		become(next: Weather) {
			weather = next;
		},
		close() {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
export type BadNetwork = Awaited<ReturnType<typeof badNetwork>>;
