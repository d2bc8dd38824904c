import { ConfigError } from './config.ts';
import { NotADatabase } from './db/data-folder.ts';
import { DataDirInUse } from './db/lock.ts';
import { NewerDatabase } from './db/schema-age.ts';
import { isUnavailable } from './db/unavailable.ts';

const meantToBeRead = [ConfigError, DataDirInUse, NotADatabase, NewerDatabase];

/** Why the server did not start: in a sentence where the operator can mend it, else with the place in the code. */
export function explain(error: unknown): string {
	if (meantToBeRead.some((kind) => error instanceof kind)) return (error as Error).message;
	const {
		code = '',
		address,
		port,
		path,
	} = error as Record<'code' | 'address' | 'port' | 'path', string | undefined>;
	const where = `${address}:${port}`;
	const trouble = databaseTrouble[code];
	if (code === '' && isUnavailable(error))
		return 'The database of DATABASE_URL cannot be used: its address does not answer in time.';
	if (trouble) return `The database of DATABASE_URL cannot be used: ${trouble} (${code})`;
	switch (code) {
		case 'EADDRINUSE':
			return `${where} is in use by another program. Stop that one, or set PORT to another number.`;
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
		case 'ENOTDIR':
		case 'EEXIST':
			if (path)
				return `${path} cannot be written (${code}). Set DATA_DIR to a folder that this user may write to.`;
			return `${where} is not open to this user. Set PORT to a number above 1023.`;
		case 'EADDRNOTAVAIL':
			return `This machine does not have the address ${address}. Set HOST to one that it has.`;
		default:
			if (error instanceof Error) return error.stack ?? error.message;
			return typeof error === 'string' ? error : JSON.stringify(error);
	}
}

const databaseTrouble: Record<string, string> = {
	ECONNREFUSED: 'nothing answers at its address.',
	ENOTFOUND: 'there is no machine of that name.',
	'28P01': 'user name or password is wrong.',
	'28000': 'this user may not connect.',
	'3D000': 'there is no database of that name.',
};
