import { mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importFormats, importQuestions, type ImportFormat } from '#content/exchange/import.ts';
import { Unreadable, type Beside } from '#content/exchange/item.ts';
import { idFrom } from '#content/slug.ts';
import { commandLocale } from '#messages/commands.ts';
import { exchangeMessages } from '#messages/exchange/index.ts';
import { isLocale, type Locale } from '#schemas/names.ts';
import { readFileOf } from './files.ts';

const mostBytes = 64 * 1024 * 1024;

/**
 * `import <file> --format … --to <folder> [--locale vi|km|en] [--json]`: writes the questions as one practice quiz into
 * the folder, a language's folder of a course or any other. Exit status 0 when the file could be read, whatever it held.
 */
export async function importFile(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			format: { type: 'string' },
			to: { type: 'string' },
			locale: { type: 'string' },
			json: { type: 'boolean' },
		},
	});
	const says = commandLocale(process.env.LANG);
	const text = exchangeMessages(says);
	const [name] = positionals;
	if (name === undefined) throw new Error(text.needFile);
	const format = importFormats.find((each) => each === values.format);
	if (!format)
		throw new Error(text.badFormat({ format: values.format ?? '', known: importFormats.join(', ') }));
	if (values.to === undefined) throw new Error(text.needTo);
	if (values.locale !== undefined && !isLocale(values.locale))
		throw new Error(`--locale ${values.locale}: vi, km, en`);
	const source = await readFileOf(name, mostBytes, text);
	const to = path.resolve(process.env.INIT_CWD ?? '.', values.to);
	const folder = path.basename(to);
	const locale = values.locale ?? (isLocale(folder) ? folder : 'vi');
	const title = path.basename(source.path).replace(/\.[^.]*$/, '');
	try {
		const beside = filesBeside(path.dirname(source.path));
		const result = await importInto(to, source.bytes, { format, locale, title, says, beside });
		const report = { file: result.file, ...result.report };
		const sum = {
			file: result.file ?? name,
			imported: report.imported.length,
			rejected: report.rejected.length,
		};
		const lines = [
			...report.changed.map((each) => `${each.name}: ${each.what}`),
			...report.rejected.map((each) => `${each.line ?? ''} ${each.name}: ${each.reason}`.trim()),
			text.importSum(sum),
		];
		process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : lines.join('\n')}\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		const message = text.reasons[error.reason];
		const line = error.line === undefined ? {} : { line: error.line };
		const said = values.json
			? JSON.stringify({ errors: [{ file: name, ...line, message }] }, null, 2)
			: `${[name, ...Object.values(line)].join(':')}: ${message}`;
		process.stdout.write(`${said}\n`);
		return 1;
	}
}

interface ImportAs {
	format: ImportFormat;
	locale: Locale;
	title: string;
	says: 'vi' | 'en';
	beside: Beside;
}

/** Files that a file names, from its folder and below, wherever links lead. */
function filesBeside(folder: string): Beside {
	return async (name) => {
		const root = await realpath(folder);
		const file = await realpath(path.join(root, name)).catch(() => '');
		if (!file.startsWith(root + path.sep)) return null;
		const found = await stat(file);
		if (!found.isFile() || found.size > mostBytes) return null;
		return new Uint8Array(await readFile(file));
	};
}

async function importInto(to: string, bytes: Uint8Array, { title, ...how }: ImportAs) {
	const there = (await stat(to).catch(() => null)) ? await readdir(to) : [];
	const taken = new Set<string>();
	const quizIds = new Set<string>();
	for (const each of there.filter((file) => file.endsWith('.md'))) {
		const raw = await readFile(path.join(to, each), 'utf8');
		for (const [, id = ''] of raw.matchAll(/^##[^#].*\{#([a-z0-9-]+)/gm)) taken.add(id);
		quizIds.add(/^id:\s*(\S+)/m.exec(raw)?.[1] ?? '');
	}
	const numbers = there.map((file) => Number(/^(\d{2,3})-/.exec(file)?.[1] ?? 0));
	const number = String(Math.max(0, ...numbers) + 1).padStart(2, '0');
	const id = idFrom(title, 'cau-hoi', quizIds);
	// Pictures stand beside the folders of languages.
	const course = isLocale(path.basename(to)) ? path.dirname(to) : to;
	const pictures = (await readdir(path.join(course, 'media')).catch(() => [])).map((each) =>
		each.replace(/\.[^.]*$/, ''),
	);
	const { report, quiz, media } = await importQuestions(bytes, { ...how, taken, pictures, id, title });
	if (quiz === null) return { report, file: null };
	const file = path.join(to, `${number}-${id}.quiz.md`);
	await mkdir(to, { recursive: true });
	if (media.size > 0) await mkdir(path.join(course, 'media'), { recursive: true });
	// Never over a file that came to be meanwhile.
	for (const [name, content] of media) await writeFile(path.join(course, name), content, { flag: 'wx' });
	await writeFile(file, quiz, { flag: 'wx' });
	return { report, file };
}
