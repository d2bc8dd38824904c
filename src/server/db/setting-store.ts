import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Sql } from './connect.ts';
import { setting } from './tables/index.ts';

/** A secret of this installation, 64 hexadecimal digits; the first process to ask makes it. */
export async function selectOrInsertSecret(db: Sql, name: string): Promise<string> {
	const fresh = randomBytes(32).toString('hex');
	await db.insert(setting).values({ name, value: fresh }).onConflictDoNothing();
	const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, name));
	return row?.value ?? fresh;
}

export async function selectOptionalSetting(db: Sql, name: string): Promise<string | null> {
	const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, name));
	return row?.value ?? null;
}

export async function upsertSetting(db: Sql, name: string, value: string): Promise<void> {
	await db
		.insert(setting)
		.values({ name, value })
		.onConflictDoUpdate({ target: setting.name, set: { value } });
}
