/**
 * Whether a submission costs the same in a small database and in a large one: two servers, each on a PostgreSQL
 * database of its own that holds so many attempts of others, are measured in turns.
 */
import { rmSync } from 'node:fs';
import { callSurely } from '../deep/call.ts';
import { ServerProcess } from '../deep/server-process.ts';
import { makeTarget, type Target } from '../deep/target.ts';
import { databaseCpu, fill } from './fill.ts';
import { median } from './figures.ts';
import { makeLearners, selectSubject, startAttempts, type Learner, type Subject } from './learners.ts';
import { cpuOf, load } from './load.ts';
import { operations } from './operations.ts';
import { makeCourses, serverCommand } from './servers.ts';

const people = 1024;
const atOnce = 960;

interface Side {
	attempts: number;
	rows: Record<string, number>;
	target: Target;
	server: ServerProcess;
	subject: Subject;
	learners: Learner[];
}
/** Of one round: milliseconds, for one submission. */
interface Cost {
	time: number;
	cpu: number;
	databaseCpu: number;
}

export async function measureGrowth(sizes: readonly [number, number], rounds: number): Promise<string> {
	const courses = makeCourses();
	const sides: Side[] = [];
	const costs = sizes.map(() => [] as Cost[]);
	try {
		for (const attempts of sizes) sides.push(await makeSide(attempts, courses));
		for (let round = 0; round <= rounds; round += 1)
			for (const [index, side] of sides.entries()) {
				const cost = await measureOne(side);
				console.error(`growth, round ${round}, ${side.attempts} attempts: ${JSON.stringify(cost)}`);
				if (round > 0) costs[index]!.push(cost);
			}
		return table(sides, costs);
	} finally {
		for (const { server, target } of sides) {
			await server.kill();
			await target.drop();
		}
		rmSync(courses, { recursive: true, force: true });
	}
}

async function makeSide(attempts: number, courses: string): Promise<Side> {
	const target = await makeTarget('postgres');
	const server = await ServerProcess.at(serverCommand(target, courses));
	try {
		await server.start();
		const subject = await selectSubject(server.origin);
		const rows = await fill(target.env.DATABASE_URL!, attempts, subject);
		const learners = await makeLearners(server.origin, people);
		return { attempts, rows, target, server, subject, learners };
	} catch (error) {
		await server.kill();
		await target.drop();
		throw error;
	}
}

async function measureOne({ target, server, subject, learners }: Side): Promise<Cost> {
	await startAttempts(server.origin, learners, subject);
	const submission = operations(subject, learners).find(({ name }) => name.startsWith('submission'))!;
	const url = target.env.DATABASE_URL!;
	await callSurely(server.origin, 'GET', '/health');
	const before = await databaseCpu(url, cpuOf);
	const { perSecond, cpu } = await load(server, submission, atOnce);
	const spent = (await databaseCpu(url, cpuOf)) - before;
	return { time: 1000 / perSecond, cpu: cpu ?? 0, databaseCpu: spent / atOnce };
}

function table(sides: readonly Side[], costs: readonly Cost[][]): string {
	const of = (index: number, key: keyof Cost) => median(costs[index]!.map((cost) => cost[key]));
	const whole = (index: number) => of(index, 'cpu') + of(index, 'databaseCpu');
	const lines = sides.map(({ rows }, index) => {
		const cells = [
			...['attempt', 'response', 'grading'].map((name) => rows[name]!.toLocaleString('en')),
			...(['time', 'cpu', 'databaseCpu'] as const).map((key) => of(index, key).toFixed(2)),
			(whole(index) / whole(0)).toFixed(2),
		];
		return `| ${cells.join(' | ')} |`;
	});
	return [
		'| attempts | responses | gradings | ms a submission | CPU ms, server | CPU ms, PostgreSQL | both CPU ÷ the small one |',
		`|${'---:|'.repeat(7)}`,
		...lines,
	].join('\n');
}
