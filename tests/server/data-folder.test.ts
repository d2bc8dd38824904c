/** The folder of the embedded database: on the disk when it is acknowledged, nobody else's to read, never written over. */
import fs, {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite, type Database } from '#server/db/connect.ts';
import { NotADatabase } from '#server/db/data-folder.ts';
import { NewerDatabase } from '#server/db/schema-age.ts';
import { onPostgres } from './databases.ts';

/** Making a database takes a while; most tests take a copy of this one. */
let made: string;
let dataDir: string;
let database: Database | null = null;
beforeAll(async () => {
	if (onPostgres) return;
	made = mkdtempSync(path.join(tmpdir(), 'cung-hoc-made-'));
	await (await openPglite(made)).close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'cung-hoc-data-'));
});
afterEach(async () => {
	vi.restoreAllMocks();
	await database?.close();
	database = null;
	rmSync(dataDir, { recursive: true, force: true });
});
const open = async () => (database = await openPglite(dataDir));
const openCopy = () => {
	cpSync(path.join(made, 'pglite'), path.join(dataDir, 'pglite'), { recursive: true });
	return open();
};
const close = async () => {
	await database?.close();
	database = null;
};
const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe.skipIf(onPostgres)('the folder of the embedded database', () => {
	it('has on the disk what was acknowledged', async () => {
		const { query } = await openCopy();
		await query('create table kept (n int)', []);
		const synced = vi.spyOn(fs, 'fsyncSync');
		for (let n = 1; n <= 20; n += 1) {
			await query('insert into kept values ($1)', [n]);
			expect(synced.mock.calls.length).toBeGreaterThanOrEqual(n);
		}
	});

	it('tells of a disk that fails, and does not acknowledge', async () => {
		const { query } = await openCopy();
		await query('create table kept (n int)', []);
		vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
			throw Object.assign(new Error('EIO'), { code: 'EIO' });
		});
		await expect(query('insert into kept values (1)', [])).rejects.toThrow();
		// What PostgreSQL could not bring to the disk it may not trust any more.
		await database?.close().catch(() => {});
		database = null;
	});

	it('is the owner’s alone, also where it was not', async () => {
		expect(mode(path.join(made, 'pglite'))).toBe('700');
		await openCopy();
		await close();
		fs.chmodSync(path.join(dataDir, 'pglite'), 0o755);
		await open();
		expect(mode(path.join(dataDir, 'pglite'))).toBe('700');
	});

	it('is not made over what somebody keeps there', async () => {
		const theirs = path.join(dataDir, 'pglite/ảnh.jpg');
		mkdirSync(path.dirname(theirs));
		writeFileSync(theirs, 'x');
		await expect(open()).rejects.toThrow(NotADatabase);
		expect(readdirSync(path.dirname(theirs))).toEqual(['ảnh.jpg']);
		// The lock is given back, and the empty folder is taken.
		rmSync(theirs, { recursive: true });
		rmSync(path.dirname(theirs), { recursive: true });
		await openCopy();
	});

	it('is made anew when making it was broken off', async () => {
		const unfinished = path.join(dataDir, 'pglite.new');
		mkdirSync(unfinished);
		writeFileSync(path.join(unfinished, 'PG_VERSION'), '17\n');
		mkdirSync(path.join(dataDir, 'pglite'), { mode: 0o755 });
		await open();
		expect(mode(path.join(dataDir, 'pglite'))).toBe('700');
		expect(existsSync(unfinished)).toBe(false);
		expect(existsSync(path.join(dataDir, 'pglite/PG_VERSION'))).toBe(true);
	});

	it('is refused where a later version made it', async () => {
		const { query } = await openCopy();
		await query(
			`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`,
			[],
		);
		await close();
		await expect(open()).rejects.toThrow(NewerDatabase);
	});
});
