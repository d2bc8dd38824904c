import { parseArgs } from 'node:util';
import { messagesForCommands } from '#messages/commands.ts';
import { command } from './command.ts';

/** `withdraw <course> [--note …]`: takes a course out of the catalog. */
export async function withdraw(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { note: { type: 'string' } },
	});
	const [course] = positionals;
	if (!course) throw new Error(text.needCourse);
	const result = await command('withdraw', { course, ...(values.note && { note: values.note }) });
	if ('failure' in result) throw new Error(text.unknownCourse({ course }));
	process.stdout.write(`${text.withdrawn({ course })}\n`);
	return 0;
}
