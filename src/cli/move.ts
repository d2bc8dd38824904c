import { messagesForCommands } from '#messages/commands.ts';
import { readConfig } from '#server/config.ts';
import { openPglite, openPostgres } from '#server/db/connect.ts';
import { moveDatabase } from '#server/db/move.ts';

/** `move <postgres-url>`: copies the embedded database to an empty PostgreSQL database. The server must be stopped. */
export async function move([url]: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	if (!url || !/^postgres(ql)?:\/\//.test(url)) throw new Error(text.needUrl);
	const source = await openPglite(readConfig({ ...process.env, DATABASE_URL: '' }).dataDir);
	try {
		const target = await openPostgres(url);
		try {
			const counts = await moveDatabase(source.db, target.db);
			const rows = Object.values(counts).reduce((sum, n) => sum + n, 0);
			process.stdout.write(`${text.moved({ rows, people: counts.person ?? 0 })}\n`);
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
	return 0;
}
