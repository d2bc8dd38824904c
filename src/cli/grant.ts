import { messagesForCommands } from '#messages/commands.ts';
import { roles, type Role } from '#schemas/account.ts';
import { command } from './command.ts';

/** `grant <username> <role> [scope]` */
export async function grant([username, role, scope]: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	if (!username || !role) throw new Error(text.needGrant);
	if (!isRole(role)) throw new Error(text.badRole({ role, roles: roles.join(', ') }));
	const result = await command('grant', { username, role, scope: scope ?? null });
	if ('failure' in result) throw new Error(text.unknownUser({ username }));
	process.stdout.write(`${text.granted({ ...result, scope: result.scope ?? '' })}\n`);
	return 0;
}

function isRole(role: string): role is Role {
	return roles.includes(role as Role);
}
