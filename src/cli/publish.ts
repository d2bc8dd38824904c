import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatFindings } from '#content/report.ts';
import { commandLocale, messagesForCommands } from '#messages/commands.ts';
import { command } from './command.ts';

/** `publish <path> [--note …]`: exit status 1 when a course had an error and kept its last good version. */
export async function publishFolder(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { note: { type: 'string' } },
	});
	if (!positionals[0]) throw new Error(text.needFolder);
	const folder = path.resolve(process.env.INIT_CWD ?? '.', positionals[0]);
	if (!existsSync(folder)) throw new Error(text.noFolder({ folder }));

	const locale = commandLocale(process.env.LANG);
	const result = await command('publish', { folder, locale, ...(values.note && { note: values.note }) });
	if (!result) return 0;
	if (result.errors.length || result.warnings.length)
		process.stdout.write(`${formatFindings(result, locale)}\n`);
	for (const [course, version] of Object.entries(result.published))
		process.stdout.write(`${text.published({ course, version })}\n`);
	if (result.unchanged.length)
		process.stdout.write(`${text.unchanged({ courses: result.unchanged.join(', ') })}\n`);
	for (const course of result.left) process.stdout.write(`${text.left({ course })}\n`);
	if (result.errors.length) process.stdout.write(`${text.kept({ n: result.errors.length })}\n`);
	return result.errors.length ? 1 : 0;
}
