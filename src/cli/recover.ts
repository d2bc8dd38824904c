import { messagesForCommands } from '#messages/commands.ts';
import { command } from './command.ts';

/** `recover <username>`: a one-time code for somebody who cannot sign in. */
export async function recover([username]: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	if (!username) throw new Error(text.needUsername);
	const result = await command('recover', { username });
	if ('failure' in result) throw new Error(text.unknownUser({ username }));
	process.stdout.write(`${text.code({ ...result, until: result.expiresAt })}\n`);
	return 0;
}
