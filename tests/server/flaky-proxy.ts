/** A way to PostgreSQL that can break like a real one: cut, refused, or silent. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export async function flakyProxy(target: URL) {
	const pairs = new Set<{ from: Socket; to: Socket }>();
	let isRefusing = false;
	let isFrozen = false;
	const server = createServer((from) => {
		if (isRefusing) return from.resetAndDestroy();
		const to = connect(Number(target.port) || 5432, target.hostname);
		const pair = { from, to };
		pairs.add(pair);
		for (const [one, other] of [
			[from, to],
			[to, from],
		] as const) {
			one.on('error', () => other.destroy());
			one.on('close', () => {
				pairs.delete(pair);
				other.destroy();
			});
			one.on('data', (bytes) => void (isFrozen || other.write(bytes)));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = new URL(target);
	url.hostname = '127.0.0.1';
	url.port = String((server.address() as AddressInfo).port);
	const cut = () => {
		for (const { from } of pairs) from.resetAndDestroy();
	};
	return {
		url,
		cut,
		/** As a PostgreSQL that is stopped: what is open breaks, nothing new is taken. */
		stop() {
			isRefusing = true;
			cut();
		},
		resume() {
			isRefusing = false;
			isFrozen = false;
		},
		/** Nothing passes any more, and nobody is told. */
		freeze() {
			isFrozen = true;
		},
		close() {
			for (const { to } of pairs) to.destroy();
			cut();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}
export type FlakyProxy = Awaited<ReturnType<typeof flakyProxy>>;
