import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataDirInUse } from '#server/db/lock.ts';
import { knock, NoAnswer, openDoor } from '#server/door.ts';
import { startServer, type TestServer } from './harness.ts';

let folder: string;
let server: TestServer;
beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-door-'));
	server = await startServer();
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true });
});

const grant = { username: 'khong-co-ai', role: 'admin', scope: null };
const writeDoor = (text: string) => writeFileSync(path.join(folder, 'door.json'), text);

/** Something that listens at the door's port. */
async function behindTheDoor(listener: Parameters<typeof createServer>[1]) {
	const stranger = createServer(listener as never);
	await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	const { port } = stranger.address() as AddressInfo;
	writeDoor(JSON.stringify({ port, token: 'x' }));
	return { port, close: () => new Promise((resolve) => stranger.close(resolve)) };
}

describe('a knock at the door', () => {
	it('is answered by the server', async () => {
		let changes = 0;
		const close = await openDoor(folder, server.db, async () => void changes++);
		expect(await knock(folder, 'grant', grant)).toEqual({ failure: 'username-unknown' });
		expect(changes).toBe(1);
		await expect(knock(folder, 'khong-co', {})).rejects.toThrow('No command khong-co.');
		await close();
		expect(existsSync(path.join(folder, 'door.json'))).toBe(false);
	});

	it('says that the folder is in use where there is no door', async () => {
		rmSync(path.join(folder, 'door.json'), { force: true });
		await expect(knock(folder, 'grant', grant)).rejects.toBeInstanceOf(DataDirInUse);
		writeDoor('');
		await expect(knock(folder, 'grant', grant)).rejects.toBeInstanceOf(DataDirInUse);
	});

	it('says that the folder is in use where nobody listens', async () => {
		const { close } = await behindTheDoor(() => {});
		await close();
		await expect(knock(folder, 'grant', grant)).rejects.toBeInstanceOf(DataDirInUse);
	});

	it('says that no answer came where the command was taken and the line broke', async () => {
		const { close } = await behindTheDoor((request) => {
			request.resume().on('end', () => request.socket.destroy());
		});
		await expect(knock(folder, 'grant', grant)).rejects.toBeInstanceOf(NoAnswer);
		await close();
	});

	it('says so too where the answer breaks off', async () => {
		const { close } = await behindTheDoor((_, response) => {
			response.writeHead(200, { 'content-length': 100 }).write('{"us');
			setTimeout(() => response.destroy(), 20);
		});
		await expect(knock(folder, 'grant', grant)).rejects.toBeInstanceOf(NoAnswer);
		await close();
	});
});
