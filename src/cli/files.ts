import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExchangeMessages } from '#messages/exchange/index.ts';

/**
 * A file that a command names, from the folder that the command was called in.
 * @param limit in bytes
 * @throws Error, in words, when it cannot be read or is bigger
 */
export async function readFileOf(
	name: string,
	limit: number,
	text: Pick<ExchangeMessages, 'unreadable' | 'tooBig'>,
): Promise<{ path: string; bytes: Uint8Array }> {
	const file = path.resolve(process.env.INIT_CWD ?? '.', name);
	const found = await stat(file).catch(() => null);
	if (!found?.isFile()) throw new Error(text.unreadable({ file: name }));
	if (found.size > limit) throw new Error(text.tooBig({ file: name, limit: limit / 1024 }));
	const bytes = await readFile(file).catch(() => null);
	if (!bytes) throw new Error(text.unreadable({ file: name }));
	return { path: file, bytes: new Uint8Array(bytes) };
}
