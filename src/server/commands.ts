import type { Role } from '#schemas/access.ts';
import { grantRole, revokeRole, type GrantRequest } from './accounts/grant.ts';
import { makeRecoveryCode } from './accounts/recovery.ts';
import { resetSecondStep } from './accounts/reset-second-step.ts';
import { commandLine } from './accounts/store.ts';
import { publish, selectPublished } from './courses/publish.ts';
import { withdraw } from './courses/withdraw.ts';
import type { Db } from './db/connect.ts';
import { regradeByCommand } from './regrading/command.ts';

/** What commands may ask of the database; the server runs the same for a command that knocks at its door. */
const commands = {
	publish: (db: Db, args: { folder: string; note?: string; locale?: 'vi' | 'en' }) =>
		publish(db, { ...args, by: commandLine, now: new Date() }),
	/** What a folder that is checked would be published on top of. */
	published: selectPublished as (db: Db, args: object) => ReturnType<typeof selectPublished>,
	withdraw: (db: Db, args: { course: string; note?: string }) =>
		withdraw(db, { ...args, by: commandLine, now: new Date() }),
	grant: (db: Db, args: Omit<GrantRequest, 'by'>) => grantRole(db, { ...args, by: commandLine }, new Date()),
	revoke: (db: Db, args: { username: string; role: Role; scope: string | null }) =>
		revokeRole(db, { ...args, by: commandLine }, new Date()),
	'reset-second-step': (db: Db, args: { username: string }) => resetSecondStep(db, args.username, new Date()),
	regrade: regradeByCommand,
	recover: (db: Db, args: { username: string }) =>
		makeRecoveryCode(db, commandLine, args.username, { block: commandLine, hurried: true }, new Date()),
};
type Commands = typeof commands;
export type CommandName = keyof Commands;
export type Args<C extends CommandName> = Parameters<Commands[C]>[1];
export type CommandResult<C extends CommandName> = Awaited<ReturnType<Commands[C]>>;

export function isCommand(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}

export function runCommand<C extends CommandName>(db: Db, name: C, args: Args<C>): Promise<CommandResult<C>> {
	return (commands[name] as unknown as (db: Db, args: Args<C>) => Promise<CommandResult<C>>)(db, args);
}
