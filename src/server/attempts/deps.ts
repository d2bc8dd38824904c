import type { Deps } from '../deps.ts';

/** What the verbs of this feature work with. */
export type AttemptDeps = Pick<Deps, 'catalog' | 'database'>;
