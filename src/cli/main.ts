/** The commands: thin, over the rooms below. */
import { messagesForCommands } from '#messages/commands.ts';
import { analyse } from './analyse/analyse.ts';
import { check } from './check.ts';
import { exitWith } from './exit.ts';
import { exportCourse } from './export.ts';
import { grade } from './grade.ts';
import { grant, revoke } from './grant.ts';
import { importFile } from './import.ts';
import { move } from './move.ts';
import { publishFolder } from './publish.ts';
import { record } from './record.ts';
import { recover } from './recover.ts';
import { regrade } from './regrade.ts';
import { resetSecondStep } from './reset-second-step.ts';
import { withdraw } from './withdraw.ts';

const commands: Record<string, (args: string[]) => Promise<number>> = {
	analyse,
	check,
	publish: publishFolder,
	withdraw,
	record,
	grade,
	import: importFile,
	export: exportCourse,
	grant,
	revoke,
	regrade,
	recover,
	'reset-second-step': resetSecondStep,
	move,
};

async function main(argv: string[]): Promise<number> {
	process.umask(0o077);
	const text = messagesForCommands(process.env.LANG);
	const [name = 'help', ...args] = argv;
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		process.stdout.write(`${text.usage}\n`);
		return name === 'help' || name === '--help' ? 0 : 2;
	}
	return command(args);
}

main(process.argv.slice(2)).then(exitWith, (error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	return exitWith(1);
});
