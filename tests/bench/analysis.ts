/** How long it takes to count a million answers and to work the figures of a quiz out of them, on each database. */
import { countResults, fillResults, questions } from '../deep/results.ts';
import { makeTarget, type DatabaseKind } from '../deep/target.ts';
import { median } from './figures.ts';

const attempts = 100_000;

export async function measureAnalysis(kinds: readonly DatabaseKind[], rounds: number): Promise<string> {
	const lines: string[] = [];
	for (const kind of kinds) lines.push(await measureOn(kind, rounds));
	return [
		'| database | attempts | answers | ms to count all | ms without fast ones | ms for the figures |',
		`|---|${'---:|'.repeat(5)}`,
		...lines,
	].join('\n');
}

async function measureOn(kind: DatabaseKind, rounds: number): Promise<string> {
	const target = await makeTarget(kind);
	try {
		const database = await target.open();
		try {
			await fillResults(database, attempts);
			const all: number[] = [];
			const read: number[] = [];
			const figures: number[] = [];
			for (let round = 0; round <= rounds; round += 1) {
				const whole = await countResults(database, { withoutFast: false });
				const part = await countResults(database, { withoutFast: true });
				console.error(`analysis, ${kind}, round ${round}: ${whole.counting} ms, ${part.counting} ms`);
				if (round === 0) continue;
				all.push(whole.counting);
				read.push(part.counting);
				figures.push(whole.figuring);
			}
			const cells = [all, read, figures].map((times) => Math.round(median(times)).toLocaleString('en'));
			const amounts = [attempts, attempts * questions].map((amount) => amount.toLocaleString('en'));
			return `| ${[kind === 'postgres' ? 'PostgreSQL' : 'PGlite', ...amounts, ...cells].join(' | ')} |`;
		} finally {
			await database.close();
		}
	} finally {
		await target.drop();
	}
}
