/**
 * What may be done so often only. Counters stand in the database: all processes share them, they outlive a restart, and
 * none is forgotten because others came. The rule is the generic cell rate algorithm (ITU-T I.371, annex A): `burst`
 * uses at once, of which one is free again every `every` milliseconds.
 */
import { createHash } from 'node:crypto';
import type { Query } from '../db/query.ts';
import { fail, type Failure } from '../failure.ts';
import { giveUseBack, takeUse } from './store.ts';

export interface Limit {
	/** What is counted, such as `guests`. */
	of: string;
	/** For whom: a learner, a block of addresses, a name. Kept as a hash. */
	who: string;
	burst: number;
	/** In milliseconds. */
	every: number;
}

export class Limits {
	constructor(
		private readonly query: Query,
		private readonly now: () => Date,
	) {}

	/** Takes one use of each, in their order; where one is not free the later ones are left alone. */
	async take(limits: readonly Limit[]): Promise<Failure | null> {
		for (const limit of limits) {
			const { every, burst } = limit;
			const refused = await takeUse(
				this.query,
				{ key: keyOf(limit), every, span: burst * every },
				this.now(),
			);
			if (refused) {
				const wait = refused.inUse - (burst - 1) * every;
				return fail('too-many', { values: { seconds: Math.max(1, Math.ceil(wait / 1000)) } });
			}
		}
		return null;
	}

	/** What was taken turned out to be no try that counts. */
	async giveBack(limits: readonly Limit[]): Promise<void> {
		for (const limit of limits) await giveUseBack(this.query, { key: keyOf(limit), every: limit.every });
	}
}

/** What callers send may be long, and says who they are; a key is short and does not. */
function keyOf({ of, who }: Limit): string {
	return `${of} ${createHash('sha256').update(who).digest('base64url')}`;
}
