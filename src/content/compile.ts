/**
 * The course compiler: read (read.ts) -> parse (draft.ts) -> check (checks/) -> compile (build.ts). All findings of all
 * courses come at once; one bad file holds back only its own course, or its own language.
 */
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { Finding } from '#schemas/finding.ts';
import type { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import { buildCourse } from './build.ts';
import { readFrameworks, readTracks } from './catalog-files.ts';
import { checkCaseIds } from './checks/cases.ts';
import { checkExpiry } from './checks/expiry.ts';
import { checkSourceIds, noteOnce } from './checks/ids.ts';
import { checkReferences } from './checks/references.ts';
import { checkSource } from './checks/source.ts';
import { checkTranslation } from './checks/translation.ts';
import { checkWeight } from './checks/weight.ts';
import { competencesOf } from './competences.ts';
import { readDraft, type Draft } from './draft.ts';
import { digest, type Fix, type Insertion } from './fix.ts';
import { sortFiles, type Layout } from './layout.ts';
import { Problems } from './problems.ts';
import { checkVanished } from './published.ts';
import type { PublishedIds } from './published-ids.ts';
import { decode, Text, type Place, type SourceFolder } from './source.ts';

export { publishedIds, type PublishedIds } from './published-ids.ts';
export type { Fix } from './fix.ts';
export type { SourceFolder } from './source.ts';

export interface CompileOptions {
	/** YYYY-MM-DD. */
	today: string;
	/** Language of the findings. */
	locale: 'vi' | 'en';
	/** Hears at which file the work is: see `compile-aside.ts`. */
	at?: (file: string) => void;
	/** Keys and feedback are hashed under it. */
	secret?: string;
	/** Per course, the ids of everything that was ever published of it, and its active version. */
	published?: Record<string, PublishedIds>;
	/** Frameworks that are there already: they count where the folder brings none. */
	installed?: readonly FrameworkFile[];
}

export interface CompileResult {
	courses: Record<string, CompiledCourse>;
	/** Ids of all courses of the folder, those with errors too. */
	present: string[];
	frameworks: Record<string, FrameworkFile>;
	tracks: Record<string, TrackFile>;
	errors: Finding[];
	warnings: Finding[];
	/** Languages that are held back, since a file of theirs has an error. */
	withheld: { course: string; locale: Locale }[];
	fixes: Fix[];
}

export async function compileCourses(folder: SourceFolder, options: CompileOptions): Promise<CompileResult> {
	const problems = new Problems();
	const insertions: Insertion[] = [];
	for (const { file, code, params } of folder.problems ?? []) {
		problems.add(code, new Text(file, '').place(0), params as never);
	}
	const layout = sortFiles(folder, problems);
	reportNothing(layout, folder, problems);
	const beside = new Map(Object.entries(folder.context ?? {}));
	const { frameworks, competences } = readFrameworks(layout.frameworks, problems);
	const known =
		[competences, readFrameworks(beside, new Problems()).competences].find(
			(each) => each.frameworks.size > 0,
		) ?? competencesOf(options.installed ?? []);
	const { today, at = () => {} } = options;
	const drafts: Draft[] = [];
	for (const each of layout.courses) drafts.push(await readDraft(each, { today, known, at }, problems));
	for (const draft of drafts) {
		at(`${draft.folder.path}course.yaml`);
		checkDraft(draft, drafts, options, problems, insertions);
	}
	reportSameIds(drafts, problems);
	const courses = drafts.map(({ name }) => name);
	const tracks = readTracks(layout.tracks, { competences: known, courses }, problems);
	const result = build(drafts, options, problems);
	const fixes = insertions.map((each) => ({
		...each,
		line: lineOf(folder, each),
		base: digest(folder.files[each.file]?.bytes ?? new Uint8Array()),
	}));
	return { ...result, present: courses, frameworks, tracks, ...problems.findings(options.locale), fixes };
}

/** A folder without any course is the wrong one, or one that has been emptied: nobody means to publish that. */
function reportNothing(
	{ courses, frameworks, tracks }: Layout,
	folder: SourceFolder,
	problems: Problems,
): void {
	if (courses.length + frameworks.size + tracks.size > 0 || folder.problems?.length) return;
	problems.add('no-courses', new Text('.', '').place(0), { path: folder.root });
}

function checkDraft(
	draft: Draft,
	drafts: readonly Draft[],
	options: CompileOptions,
	problems: Problems,
	fixes: Insertion[],
): void {
	checkReferences(draft, drafts, problems, fixes);
	if (!draft.course) return reportMissingHeads(draft, problems);
	checkSourceIds(draft, problems, fixes);
	checkCaseIds(draft.source, problems, fixes);
	checkSource(draft, problems);
	checkExpiry(draft, options.today, problems);
	for (const contents of draft.translations) checkTranslation(draft, contents, problems, fixes);
	for (const { lessons } of [draft.source, ...draft.translations]) {
		for (const lesson of lessons) checkWeight(lesson, problems);
	}
	checkVanished(draft, publishedOf(draft, options), problems);
}

/** Without a course there is nothing to fix, and everything to tell. */
function reportMissingHeads({ source, translations }: Draft, problems: Problems): void {
	for (const { lessons, quizzes } of [source, ...translations])
		for (const { head, text } of [...lessons, ...quizzes])
			if (head.missing) problems.add('front-matter-missing', text.place(head.bodyStart), {});
}

function publishedOf({ name }: Draft, { published = {} }: CompileOptions): PublishedIds | undefined {
	return Object.hasOwn(published, name) ? published[name] : undefined;
}

function reportSameIds(drafts: Draft[], problems: Problems): void {
	const seen = new Map<string, Place>();
	for (const { course } of drafts) {
		const id = course?.value.id;
		if (id !== undefined && course)
			noteOnce(seen, id, course.places.get('id') ?? course.text.place(0), problems);
	}
}

function build(
	drafts: Draft[],
	options: CompileOptions,
	problems: Problems,
): Pick<CompileResult, 'courses' | 'withheld'> {
	const courses: CompileResult['courses'] = {};
	const withheld: CompileResult['withheld'] = [];
	const broken = [...problems.filesInError()];
	for (const draft of drafts) {
		const { folder, course, source, translations, name } = draft;
		const own = broken
			.filter((file) => file.startsWith(folder.path))
			.map((file) => file.slice(folder.path.length));
		const localeOf = (file: string) => locales.find((each) => file.startsWith(`${each}/`)) ?? source.locale;
		const held = new Set(own.map(localeOf).filter((locale) => locale !== source.locale));
		for (const locale of held) withheld.push({ course: name, locale });
		const fatal = own.some((file) => localeOf(file) === source.locale);
		if (fatal || !course?.ok) continue;
		const served = [source, ...translations.filter(({ locale }) => !held.has(locale))];
		const before = publishedOf(draft, options);
		courses[name] = buildCourse(draft, course, served, options.secret ?? '', { before, held: [...held] });
	}
	return { courses, withheld };
}

function lineOf({ files }: SourceFolder, { file, at }: Insertion): number {
	const text = decode(file, files[file]?.bytes ?? new Uint8Array());
	return text?.place(at).line ?? 1;
}
