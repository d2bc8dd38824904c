import type { Catalog } from '../courses/catalog.ts';
import type { Db } from '../db/connect.ts';

/** What the verbs of this feature work with. */
export interface AttemptDeps {
	db: Db;
	catalog: Catalog;
}
