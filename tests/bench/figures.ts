/** The figures of a run: medians over its rounds, for people (Markdown) and for programs (JSON). */
import type { DatabaseKind } from '../deep/target.ts';
import type { Measured } from './load.ts';

/** What was measured in one round; `floor` a moment before, in the same round. */
export interface Round {
	own: Measured;
	floor: Measured | null;
}

/** One row of the table, as programs read it. All are medians over the rounds; null where the system does not tell. */
export interface Figures {
	operation: string;
	database: DatabaseKind;
	perSecond: number;
	/** Milliseconds. */
	p50: number;
	p95: number;
	p99: number;
	/** CPU milliseconds of the server process for one. */
	cpuMs: number | null;
	/** Resident memory of the server process. */
	memoryMb: number | null;
	/** The operation that this is held against; null for a floor itself. */
	floor: string | null;
	/** Share of what the floor did in a second. */
	perSecondOfFloor: number | null;
	/** How many times the floor's CPU. */
	cpuOfFloor: number | null;
}

export function figuresOf(
	named: Pick<Figures, 'operation' | 'database' | 'floor'>,
	rounds: readonly Round[],
): Figures {
	const own = (key: keyof Measured) => rounded(rounds.map((round) => round.own[key]));
	const share = (key: 'perSecond' | 'cpu') =>
		rounded(rounds.map(({ own, floor }) => (floor ? ratio(own[key], floor[key]) : null)));
	return {
		operation: named.operation,
		database: named.database,
		perSecond: own('perSecond')!,
		p50: own('p50')!,
		p95: own('p95')!,
		p99: own('p99')!,
		cpuMs: own('cpu'),
		memoryMb: own('memory'),
		floor: named.floor,
		perSecondOfFloor: share('perSecond'),
		cpuOfFloor: share('cpu'),
	};
}

function ratio(one: number | null, other: number | null): number | null {
	return one === null || !other ? null : one / other;
}

function rounded(values: (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 || known.length < values.length ? null : Number(median(known).toFixed(3));
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const head = [
	'operation',
	'a second',
	'p50 ms',
	'p95 ms',
	'p99 ms',
	'CPU ms',
	'memory MB',
	'a second ÷ floor',
	'CPU ÷ floor',
];

/** As a Markdown table. */
export function table(rows: readonly Figures[]): string {
	const cells = rows.map((row) => [
		row.operation,
		Math.round(row.perSecond).toLocaleString('en'),
		...[row.p50, row.p95, row.p99].map((value) => value.toFixed(1)),
		optional(row.cpuMs, 2),
		optional(row.memoryMb, 0),
		optional(row.perSecondOfFloor, 2),
		optional(row.cpuOfFloor, 1),
	]);
	const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
	return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...cells.map(line)].join('\n');
}

function optional(value: number | null, digits: number): string {
	return value === null ? '–' : value.toFixed(digits);
}
