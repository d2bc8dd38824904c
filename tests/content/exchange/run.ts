import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';

/** A folder for a command's files, and what the command says; `end` takes both away again. */
export function workshop() {
	const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-exchange-'));
	const at = (name: string) => path.join(folder, name);
	return {
		at,
		put(name: string, content: string | Uint8Array): string {
			mkdirSync(path.dirname(at(name)), { recursive: true });
			writeFileSync(at(name), content);
			return at(name);
		},
		/** Runs a command in English: its exit status, or what it threw, and what it wrote. */
		async run(command: (args: string[]) => Promise<number>, ...args: string[]) {
			let said = '';
			const { LANG } = process.env;
			process.env.LANG = 'en';
			const hear = (words: unknown) => Boolean((said += String(words)));
			const out = vi.spyOn(process.stdout, 'write').mockImplementation(hear);
			const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
			try {
				return { code: await command(args), said };
			} finally {
				out.mockRestore();
				err.mockRestore();
				process.env.LANG = LANG;
			}
		},
		end: () => rmSync(folder, { recursive: true, force: true }),
	};
}
