import type { Deps } from '../deps.ts';
import type { OpenWorks } from './open-works.ts';

/** What the verbs of this feature work with. */
export type AttemptDeps = Pick<Deps, 'catalog' | 'database'>;

/** What those verbs need besides that learners call again and again while they work. */
export interface WorkDeps extends AttemptDeps, Pick<Deps, 'limits' | 'newSeed'> {
	open: OpenWorks;
}
