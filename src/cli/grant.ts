import { parseArgs } from 'node:util';
import { messagesForCommands } from '#messages/commands.ts';
import type { Failure } from '#server/failure.ts';
import { roles, type Role } from '#schemas/access.ts';
import { command } from './command.ts';

/** `grant <username> <role> [scope] [--from 2026-12-01] [--until 2027-03-31]`: whole days in Vietnam, both included. */
export async function grant(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { from: { type: 'string' }, until: { type: 'string' } },
	});
	const asked = read(positionals, text.needGrant);
	const from = values.from ? startOf(values.from, 0) : null;
	const until = values.until ? startOf(values.until, 1) : null;
	const result = await command('grant', { ...asked, from, until });
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

interface Wanted {
	username: string;
	role: Role;
	scope: string | null;
}

function read([username, role, scope]: string[], usage: string): Wanted {
	const text = messagesForCommands(process.env.LANG);
	if (!username || !role) throw new Error(usage);
	if (!isRole(role)) throw new Error(text.badRole({ role, roles: roles.join(', ') }));
	return { username, role, scope: scope ?? null };
}

/** When a day begins in Vietnam, which keeps one time all year; or the day so many days later. */
function startOf(day: string, later: number): string {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : NaN;
	if (Number.isNaN(midnight)) throw new Error(messagesForCommands(process.env.LANG).badDay({ day }));
	return new Date(midnight + later * 86_400_000).toISOString();
}

function isRole(role: string): role is Role {
	return roles.includes(role as Role);
}

function explain({ failure }: Failure, { username, role, scope }: Wanted): string {
	const text = messagesForCommands(process.env.LANG);
	if (failure === 'scope-refused') return text.noScope;
	if (failure === 'dates-refused') return text.badDates;
	if (failure === 'role-unknown') return text.notHeld({ username, role, scope: scope ?? '' });
	return text.unknownUser({ username });
}
