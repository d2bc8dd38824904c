import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Knows of each connection whether a request is under way on it. */
export function followSockets(server: Server) {
	const requests = new Map<Socket, number>();
	const add = (socket: Socket, n: number) => {
		const count = requests.get(socket);
		if (count !== undefined) requests.set(socket, count + n);
	};
	server.on('connection', (socket) => {
		requests.set(socket, 0);
		socket.once('close', () => requests.delete(socket));
	});
	server.on('request', ({ socket }, response) => {
		add(socket, 1);
		response.once('close', () => add(socket, -1));
	});
	return {
		/** Ends connections on which nothing was asked, or not all of a request's head has come. */
		endSilent() {
			for (const [socket, count] of requests) if (count === 0) socket.destroy();
		},
	};
}
