import type { Kind } from './ledger.ts';
import type { DatabaseKind } from './target.ts';
import type { Found } from './verify.ts';

export interface KillReport extends Found {
	database: DatabaseKind;
	clients: number;
	learners: number;
	kills: number;
	/** Kills of a server that was just starting, besides. */
	killsAtStart: number;
	acknowledged: Record<Kind, number>;
	total: number;
	cutOff: number;
	unexpected: string[];
}

/** What was done, and what was found, for people. */
export function describe(report: KillReport): string {
	const { lost, doubled, unexpected, acknowledged } = report;
	const byKind = Object.entries(acknowledged).map(([kind, count]) => `${count} ${kind}`);
	const some = (name: string, all: string[]) => all.slice(0, 10).map((one) => `  ${name}: ${one}`);
	return [
		`${report.database}: ${report.kills} kills under load (and ${report.killsAtStart} at start), ` +
			`${report.clients} clients, ${report.learners} learners`,
		`  acknowledged ${report.total}: ${byKind.join(', ')}; ${report.cutOff} requests cut off`,
		`  lost ${lost.length}, doubled ${doubled.length}, unexpected ${unexpected.length}`,
		...some('lost', lost),
		...some('doubled', doubled),
		...some('unexpected', unexpected),
	].join('\n');
}
