import { messagesForCommands } from '#messages/commands.ts';
import { command } from './command.ts';

/** `reset-second-step <username>`: for somebody who lost phone and backup codes, and whom the operator knows. */
export async function resetSecondStep([username]: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	if (!username) throw new Error(text.needReset);
	const result = await command('reset-second-step', { username });
	if ('failure' in result) {
		const isUnknown = result.failure === 'username-unknown';
		throw new Error((isUnknown ? text.unknownUser : text.noSecondStep)({ username }));
	}
	process.stdout.write(`${text.secondStepReset(result)}\n`);
	return 0;
}
