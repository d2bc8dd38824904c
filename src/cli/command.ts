import { runCommand, type Args, type CommandName, type CommandResult } from '#server/commands.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/connect.ts';
import { DataDirInUse } from '#server/db/lock.ts';
import { messagesForCommands } from '#messages/commands.ts';
import { knock, NoAnswer } from '#server/door.ts';

/**
 * Runs a command on the configured database: directly, or through the running server where that has the embedded
 * database open.
 */
export async function command<C extends CommandName>(name: C, args: Args<C>): Promise<CommandResult<C>> {
	const config = readConfig(process.env);
	try {
		const database = await openDatabase(config);
		try {
			return await runCommand(database.db, name, args);
		} finally {
			await database.close();
		}
	} catch (error) {
		if (error instanceof DataDirInUse) return atDoor(config.dataDir, name, args);
		throw error;
	}
}

async function atDoor<C extends CommandName>(
	dataDir: string,
	name: C,
	args: Args<C>,
): Promise<CommandResult<C>> {
	try {
		return (await knock(dataDir, name, args)) as CommandResult<C>;
	} catch (error) {
		if (!(error instanceof NoAnswer)) throw error;
		throw new Error(messagesForCommands(process.env.LANG).noAnswer, { cause: error });
	}
}
