import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileCourses, type Fix } from '#content/compile.ts';
import { readCourses, writeFixes } from '#content/read.ts';
import { formatFindings, formatFixes } from '#content/report.ts';
import { commandLocale, messagesForCommands } from '#messages/commands.ts';
import type { CheckReport } from '#schemas/finding.ts';

/** What is written into a file may be what another file waits for: the id of a lesson that is translated, say. */
const mostRounds = 4;

/** `check [path] [--fix] [--json]`: every error of every course at once; exit status 1 when there is one. */
export async function check(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { fix: { type: 'boolean' }, json: { type: 'boolean' }, locale: { type: 'string' } },
	});
	const locale =
		values.locale === 'en' || values.locale === 'vi' ? values.locale : commandLocale(process.env.LANG);
	const folder = path.resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? 'courses');
	if (!existsSync(folder)) throw new Error(messagesForCommands(process.env.LANG).noFolder({ folder }));

	const options = { today: new Date().toISOString().slice(0, 10), locale };
	const source = await readCourses(folder);
	let result = await compileCourses(source, options);
	const written: Fix[] = [];
	for (let round = 0; values.fix && result.fixes.length && round < mostRounds; round += 1) {
		const files = await writeFixes(folder, result.fixes);
		written.push(...result.fixes.filter(({ file }) => files.includes(file)));
		result = await compileCourses(await readCourses(folder), options);
	}
	const report: CheckReport = {
		courses: Object.keys(result.courses),
		errors: result.errors,
		warnings: result.warnings,
	};
	if (written.length) process.stderr.write(`${formatFixes(written, locale)}\n\n`);
	process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : formatFindings(result, locale)}\n`);
	return result.errors.length ? 1 : 0;
}
