import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns.ts';

/**
 * Counters of what may be done so often only, by a key that is hashed: see `limits/limits.ts`. A row says when all that
 * was used will be free again; after that it means nothing and is swept away.
 */
export const rateLimit = pgTable(
	'rate_limit',
	{ key: text('key').primaryKey(), freeAt: at('free_at').notNull() },
	(t) => [index('rate_limit_free').on(t.freeAt)],
);
