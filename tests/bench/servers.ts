/** What a run measures: the built server on one kind of database, and what its tools do with nothing of ours on top. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callSurely } from '../deep/call.ts';
import { ServerProcess, type ServerCommand } from '../deep/server-process.ts';
import { makeTarget, type DatabaseKind, type Target } from '../deep/target.ts';
import { selectLesson, selectSubject, type Subject } from './learners.ts';
import type { Floor } from './operations.ts';

export interface Servers {
	target: Target;
	subject: Subject;
	ours: ServerProcess;
	floors: Record<Floor, ServerProcess>;
	stop(): Promise<void>;
}

/** A folder of the courses of this repository and those of the bench. */
export function makeCourses(): string {
	const courses = mkdtempSync(path.join(tmpdir(), 'cung-hoc-courses-'));
	for (const folder of ['courses', 'tests/bench/courses']) cpSync(folder, courses, { recursive: true });
	return courses;
}

export function serverCommand({ env }: Target, courses: string, options: string[] = []): ServerCommand {
	return {
		args: [...options, 'build/server-app/main.js'],
		env: { ...env, LOG_LEVEL: 'warn', COURSES_DIR: courses },
	};
}

export function floorCommand({ env }: Target): ServerCommand {
	return { args: ['--import', 'tsx', 'tests/bench/floor-server.ts'], env };
}

/** `page`: how the bare page is served. `profile`: a folder for a CPU profile of the server, written when it stops. */
export async function startServers(
	kind: DatabaseKind,
	page: ServerCommand,
	profile?: string,
): Promise<Servers> {
	const target = await makeTarget(kind);
	const courses = makeCourses();
	const ours = await ServerProcess.at(
		serverCommand(target, courses, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
	);
	const bare = await ServerProcess.at(floorCommand(target));
	const bareKit = await ServerProcess.at(page);
	const all = [ours, bare, bareKit];
	const stop = async () => {
		// A profile is written by a process that ends by itself.
		if (profile) await ours.stop();
		for (const server of all) await server.kill();
		await target.drop();
		rmSync(courses, { recursive: true, force: true });
	};
	try {
		for (const server of all) await server.start();
		const subject = await selectSubject(ours.origin);
		await callSurely(bare.origin, 'POST', '/json', await selectLesson(ours.origin, subject.lesson));
		return { target, subject, ours, floors: { insert: bare, json: bare, page: bareKit }, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
