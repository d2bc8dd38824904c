import { messagesForCommands } from '#messages/commands.ts';
import type { Failure } from '#server/failure.ts';
import { roles, type Role } from '#schemas/access.ts';
import { command } from './command.ts';

/** `grant <username> <role> [scope]` */
export async function grant(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const asked = read(args, text.needGrant);
	const result = await command('grant', asked);
	if ('failure' in result) throw new Error(explain(result, asked));
	const said = { ...result, scope: result.scope ?? '' };
	process.stdout.write(`${result.isNew ? text.granted(said) : text.grantedBefore(said)}\n`);
	return 0;
}

/** `revoke <username> <role> [scope]` */
export async function revoke(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const asked = read(args, text.needRevoke);
	const result = await command('revoke', asked);
	if ('failure' in result) throw new Error(explain(result, asked));
	process.stdout.write(`${text.revoked({ ...result, scope: result.scope ?? '' })}\n`);
	return 0;
}

interface Asked {
	username: string;
	role: Role;
	scope: string | null;
}

function read([username, role, scope]: string[], usage: string): Asked {
	const text = messagesForCommands(process.env.LANG);
	if (!username || !role) throw new Error(usage);
	if (!isRole(role)) throw new Error(text.badRole({ role, roles: roles.join(', ') }));
	return { username, role, scope: scope ?? null };
}

function isRole(role: string): role is Role {
	return roles.includes(role as Role);
}

function explain({ failure }: Failure, { username, role, scope }: Asked): string {
	const text = messagesForCommands(process.env.LANG);
	if (failure === 'scope-refused') return text.noScope;
	if (failure === 'role-unknown') return text.notHeld({ username, role, scope: scope ?? '' });
	return text.unknownUser({ username });
}
