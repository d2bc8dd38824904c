import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileCourses, type CompileOptions, type Fix } from '#content/compile.ts';
import { readCourses, writeFixes } from '#content/read.ts';
import { formatFindings, formatFixes } from '#content/report.ts';
import { commandLocale, messagesForCommands } from '#messages/commands.ts';
import type { CheckReport } from '#schemas/finding.ts';
import { runCommand, type CommandResult } from '#server/commands.ts';
import { readConfig } from '#server/config.ts';
import { openPostgres } from '#server/db/connect.ts';
import { DataDirInUse } from '#server/db/lock.ts';
import { hasDoor, knock } from '#server/door.ts';

/** What is written into a file may be what another file waits for: the id of a lesson that is translated, say. */
const mostRounds = 4;

/**
 * `check [path] [--fix] [--json]`: every error of every course at once; exit status 1 when there is one. Where a server
 * runs on this machine's data, or a database is named, also what it would refuse to publish.
 */
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

	const today = new Date().toISOString().slice(0, 10);
	const options = { today, locale, ...(await publishedHere()) };
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

type Published = CommandResult<'published'>;

async function publishedHere(): Promise<Pick<CompileOptions, 'published' | 'installed'>> {
	const text = messagesForCommands(process.env.LANG);
	try {
		const { databaseUrl, dataDir } = readConfig(process.env);
		if (!databaseUrl && !hasDoor(dataDir)) return {};
		const { published, installed } = await (databaseUrl ? lookInto(databaseUrl) : ask(dataDir));
		process.stderr.write(`${text.compared}\n\n`);
		return { published, installed };
	} catch (error) {
		// No server is there: one that was killed has left its door.
		if (error instanceof DataDirInUse) return {};
		const why = error instanceof Error ? error.message : String(error);
		process.stderr.write(`${text.notCompared({ why })}\n\n`);
		return {};
	}
}

const ask = (dataDir: string) => knock(dataDir, 'published', {}) as Promise<Published>;

async function lookInto(url: string): Promise<Published> {
	const database = await openPostgres(url, { asItIs: true });
	try {
		return await runCommand(database.db, 'published', {});
	} finally {
		await database.close();
	}
}
