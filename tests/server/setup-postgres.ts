import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { dropDatabases } from './postgres-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		postgresPrefix: string;
	}
}

/** Says how the names of this run's databases begin, and drops them in the end. */
export default function setup(project: TestProject) {
	const prefix = `cung_hoc_test_${randomBytes(4).toString('hex')}_`;
	project.provide('postgresPrefix', prefix);
	return () => dropDatabases(prefix);
}
