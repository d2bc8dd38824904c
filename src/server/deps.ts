import type { Sealing } from './accounts/sealing.ts';
import type { Config } from './config.ts';
import type { Catalog } from './courses/catalog.ts';
import type { Database } from './db/connect.ts';
import type { Limits } from './limits/limits.ts';
import type { Challenges } from './plugins/challenges.ts';
import type { HalfWays } from './plugins/half-way.ts';
import type { Sessions } from './plugins/sessions.ts';
import type { Storage } from './uploads/storage.ts';

/** What every feature is given. `now` is the one clock, `newSeed` decides how quizzes are drawn. */
export interface Deps {
	config: Config;
	database: Database;
	catalog: Catalog;
	limits: Limits;
	sessions: Sessions;
	/** Encrypts secrets that must be read again. */
	sealing: Sealing;
	halfWays: HalfWays;
	challenges: Challenges;
	/** Where files that learners send lie. */
	storage: Storage;
	now: () => Date;
	newSeed: () => string;
}
