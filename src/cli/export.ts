import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { questionsOf, readCourseFiles } from '#content/exchange/course.ts';
import { exportFormats, exportQuestions, type ExportReport } from '#content/exchange/export.ts';
import { packCourse } from '#content/exchange/scorm/pages.ts';
import { readCourses } from '#content/read.ts';
import { formatFindings } from '#content/report.ts';
import { commandLocale } from '#messages/commands.ts';
import { exchangeMessages, type ExchangeMessages } from '#messages/exchange/index.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import { scormPackage } from './scorm.ts';

type Exported = Awaited<ReturnType<typeof exportQuestions>>;
const scorm = 'scorm12';

/**
 * `export <course> [--quiz <quiz>] --format … --to <file> [--json]`: the questions of a course, or of one quiz, as a file
 * of another system, or with `scorm12` its lessons and practice as a package for one. `<course>` is its folder, or its name in `courses`. What the format cannot hold is named. Exit
 * status 1 where the course has an error, or no question could be written.
 */
export async function exportCourse(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			quiz: { type: 'string' },
			format: { type: 'string' },
			to: { type: 'string' },
			json: { type: 'boolean' },
		},
	});
	const says = commandLocale(process.env.LANG);
	const text = exchangeMessages(says);
	const known = [...exportFormats, scorm] as const;
	const format = known.find((each) => each === values.format);
	if (!format) throw new Error(text.badFormat({ format: values.format ?? '', known: known.join(', ') }));
	if (values.to === undefined) throw new Error(text.needToFile);
	const folder = await readCourses(courseFolder(positionals[0], text));
	const today = new Date().toISOString().slice(0, 10);
	const read = await readCourseFiles(folder, { today, says });
	if (!read.draft) {
		const { errors } = read;
		const said = values.json
			? JSON.stringify({ errors }, null, 2)
			: formatFindings({ errors, warnings: [] }, says);
		process.stdout.write(`${said}\n`);
		return 1;
	}
	const { draft } = read;
	const { sourceLocale: locale, source, media, course } = draft;
	const quiz = source.quizzes.find(({ id }) => id === values.quiz);
	if (values.quiz !== undefined && !quiz) {
		const known = source.quizzes.map(({ id }) => id).join(', ');
		throw new Error(text.unknownQuiz({ id: values.quiz, known }));
	}
	const { report, bytes } =
		format === scorm
			? await packed(read.compiled, text)
			: await exportQuestions(questionsOf(draft, values.quiz), {
					format,
					locale,
					says,
					id: quiz?.id ?? draft.name,
					title: quiz?.title ?? course?.value.title?.[locale] ?? draft.name,
					bytesOf: (name) => media.get(name)?.bytes,
				});
	const file = bytes === null ? null : path.resolve(process.env.INIT_CWD ?? '.', values.to);
	if (file !== null && bytes !== null) {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, bytes);
	}
	const said = values.json ? JSON.stringify({ file, ...report }, null, 2) : inWords(report, values.to, text);
	process.stdout.write(`${said}\n`);
	return file === null ? 1 : 0;
}

/** The whole course; quizzes that count are named, and stay out. */
async function packed(compiled: CompiledCourse, text: ExchangeMessages): Promise<Exported> {
	const course = packCourse(compiled);
	const questions = new Map(
		course.pages.flatMap(({ page }) => page.checks.map(({ question }) => [question.id, question] as const)),
	);
	const report: ExportReport = {
		exported: [...questions.values()].map(({ id, kind, title }) => ({ name: title, kind, id })),
		changed: [],
		rejected: [
			...course.leftOut.map((name) => ({ name, reason: text.reasons.counted })),
			...course.byPerson.map((name) => ({ name, reason: text.reasons['by-person'] })),
		],
	};
	return { report, bytes: await scormPackage(course) };
}

/** As named, or a course of that name in `courses`. */
function courseFolder(name: string | undefined, text: ExchangeMessages): string {
	if (name === undefined) throw new Error(text.needCourse);
	const from = process.env.INIT_CWD ?? '.';
	const folders = [path.resolve(from, name), path.resolve(from, 'courses', name)];
	const folder = folders.find((each) => existsSync(path.join(each, 'course.yaml')));
	if (folder === undefined) throw new Error(text.noCourse({ course: name }));
	return folder;
}

function inWords(
	{ exported, changed, rejected }: ExportReport,
	file: string,
	text: ExchangeMessages,
): string {
	return [
		...changed.map(({ name, what }) => `${name}: ${what}`),
		...rejected.map(({ name, reason }) => `${name}: ${reason}`),
		text.exportSum({ file, exported: exported.length, rejected: rejected.length }),
	].join('\n');
}
