import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		pgliteDump: string;
	}
}

/** Migrates once and dumps; each process of tests starts from the dump. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-test-'));
	const client = await PGlite.create();
	await migrate(drizzle(client), { migrationsFolder: 'src/server/db/migrations' });
	const dump = await client.dumpDataDir('none');
	await client.close();
	const file = path.join(folder, 'dump.tar');
	writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
	project.provide('pgliteDump', file);
	return () => rmSync(folder, { recursive: true, force: true });
}
