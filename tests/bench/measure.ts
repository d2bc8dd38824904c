import { figuresOf, type Figures, type Round } from './figures.ts';
import { makeLearners, startAttempts } from './learners.ts';
import { connections, load, type Load, type Measured } from './load.ts';
import { floors, learnersNeeded, operations, type Floor } from './operations.ts';
import type { Servers } from './servers.ts';

export interface Wanted {
	/** Rounds that count, at most; one before them warms up. */
	rounds: number;
	/** Only operations whose names hold this. */
	only: string;
}

/** About so long does one operation, and one floor, go on in a round. */
const seconds = { own: 1, floor: 0.5 };
/** No round begins later than so many milliseconds after the first: on a busy machine there are fewer rounds. */
const budget = 105_000;
/** How many are sent before anything is known of their speed. */
const first = 4 * connections;

/** The figures of all floors and operations. The floor is measured a moment before each operation. */
export async function measure(
	{ ours, floors: bare, subject, target }: Servers,
	{ rounds, only }: Wanted,
): Promise<Figures[]> {
	const learners = await makeLearners(ours.origin, learnersNeeded);
	const wanted = operations(subject, learners).filter(({ name }) => new RegExp(only).test(name));
	const ofFloor = new Map<Floor, Round[]>();
	const ofOwn = new Map(wanted.map(({ name }) => [name, [] as Round[]]));
	const speeds = new Map<string, number>();
	const run = async (server: Parameters<typeof load>[0], what: Load & { name: string }, time: number) => {
		const measured = await load(server, what, amountFor(what, speeds.get(what.name), time));
		speeds.set(what.name, measured.perSecond);
		return measured;
	};
	const start = performance.now();
	for (let round = 0; round <= rounds; round += 1) {
		if (round > 1 && performance.now() - start > budget) break;
		await startAttempts(ours.origin, learners, subject);
		for (const operation of wanted) {
			const floor = await run(bare[operation.floor], floors[operation.floor], seconds.floor);
			const own = await run(ours, operation, seconds.own);
			report(target.kind, round, operation.name, own, floor);
			if (round === 0) continue;
			ofOwn.get(operation.name)!.push({ own, floor });
			const known = ofFloor.get(operation.floor) ?? [];
			ofFloor.set(operation.floor, [...known, { own: floor, floor: null }]);
		}
	}
	const database = target.kind;
	const told = new Set<Floor>();
	return wanted.flatMap(({ name, floor }) => {
		const operation = floors[floor].name;
		const own = figuresOf({ operation: name, database, floor: operation }, ofOwn.get(name)!);
		if (told.has(floor)) return [own];
		told.add(floor);
		return [figuresOf({ operation, database, floor: null }, ofFloor.get(floor)!), own];
	});
}

function amountFor({ most }: Load, perSecond: number | undefined, time: number): number {
	const wanted = perSecond === undefined ? first : perSecond * time;
	return connections * Math.max(1, Math.floor(Math.min(most, wanted) / connections));
}

function report(database: string, round: number, name: string, own: Measured, floor: Measured) {
	const [speed, bare] = [own.perSecond, floor.perSecond].map(Math.round);
	console.error(`${database}, round ${round}, ${name}: ${speed} a second (floor ${bare})`);
}
