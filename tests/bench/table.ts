import type { Floor } from './operations.ts';
import type { Measured } from './load.ts';

export interface Row {
	name: string;
	/** Null: it is a floor itself. */
	floor: Floor | null;
	rounds: Measured[];
	/** Of each round: what the floor did, over what this did. */
	ratios: number[];
	/** Of each round: CPU time for one request, over the floor's; empty where the system does not tell. */
	cpuRatios: number[];
}

const head = [
	'operation',
	'a second',
	'p50 ms',
	'p95 ms',
	'p99 ms',
	'CPU ms',
	'memory MB',
	'CPU × floor',
	'floor is faster by',
];

/** Medians over the rounds, as a Markdown table. */
export function table(rows: Row[]): string {
	const cells = rows.map(({ name, rounds, ratios, cpuRatios }) => [
		name,
		whole(median(rounds.map((round) => round.perSecond))),
		...(['p50', 'p95', 'p99'] as const).map((key) => fine(median(rounds.map((round) => round[key])))),
		optional(
			rounds.map((round) => round.cpu),
			(cpu) => cpu.toFixed(2),
		),
		optional(
			rounds.map((round) => round.memory),
			whole,
		),
		ratio(cpuRatios),
		ratio(ratios),
	]);
	const line = (row: string[]) => `| ${row.join(' | ')} |`;
	return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...cells.map(line)].join('\n');
}

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function ratio(values: number[]): string {
	return values.length > 0 ? `${median(values).toFixed(1)} ×` : '–';
}

function optional(values: (number | null)[], write: (value: number) => string): string {
	const known = values.filter((value) => value !== null);
	return known.length === values.length ? write(median(known)) : '–';
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
const fine = (value: number) => value.toFixed(1);
