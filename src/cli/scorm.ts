/** A course as a SCORM 1.2 package: the site's own components make its pages, and its own rules judge in them. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { scormManifest } from '#content/exchange/scorm/manifest.ts';
import type { PackedCourse } from '#content/exchange/scorm/pages.ts';
import { pack } from '#content/exchange/zip.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import type { PackedPage } from '#schemas/packed.ts';

type RenderPage = (page: PackedPage, t: Messages, shared: string) => string;

/** The zip file. Building its parts takes some seconds. */
export async function scormPackage(course: PackedCourse): Promise<Uint8Array> {
	const { renderPage, script, styles } = await buildParts();
	const shared = { 'shared/run.js': script, 'shared/style.css': styles };
	const pages = course.pages.map(({ href, page }): [string, string] => [
		href,
		renderPage(page, messagesFor(page.locale), '../shared'),
	]);
	return pack([
		['imsmanifest.xml', scormManifest(course, Object.keys(shared))],
		...pages,
		...Object.entries(shared),
		...course.media,
	]);
}

/** From the sources, which every installation has: what makes pages, what runs in them, and how they look. */
async function buildParts(): Promise<{ renderPage: RenderPage; script: string; styles: string }> {
	const [{ build }, { svelte }] = await Promise.all([import('vite'), import('@sveltejs/vite-plugin-svelte')]);
	const root = projectRoot();
	const folder = await mkdtemp(path.join(tmpdir(), 'cung-hoc-scorm-'));
	const common = { configFile: false, root, publicDir: false, logLevel: 'error' } as const;
	try {
		await build({
			...common,
			plugins: [svelte({ configFile: false })],
			resolve: { alias: { '$app/state': path.join(root, 'src/lib/scorm/app-state.ts') } },
			ssr: { noExternal: true },
			build: {
				ssr: 'src/lib/scorm/page.ts',
				outDir: path.join(folder, 'page'),
				ssrEmitAssets: true,
				cssCodeSplit: false,
				rollupOptions: { output: { entryFileNames: 'page.mjs' } },
			},
		});
		await build({
			...common,
			build: {
				outDir: path.join(folder, 'run'),
				lib: { entry: 'src/lib/scorm/run.ts', formats: ['iife'], name: 'run', fileName: () => 'run.js' },
			},
		});
		const page = pathToFileURL(path.join(folder, 'page/page.mjs')).href;
		const { renderPage } = (await import(/* @vite-ignore */ page)) as { renderPage: RenderPage };
		const made = await readdir(path.join(folder, 'page'), { recursive: true });
		const sheets = made
			.filter((name) => name.endsWith('.css'))
			.map((name) => path.join(folder, 'page', name));
		const styles = await Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8')));
		const script = await readFile(path.join(folder, 'run/run.js'), 'utf8');
		return { renderPage, script, styles: styles.join('\n') };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The folder with the sources: commands run from `src`, and from what was built of it. */
function projectRoot(): string {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'src/lib/scorm/page.ts'))) {
		if (folder === path.dirname(folder)) throw new Error('src/lib/scorm');
		folder = path.dirname(folder);
	}
	return folder;
}
