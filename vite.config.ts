import { cpSync } from 'node:fs';
import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { build, defineConfig, type Plugin } from 'vite';
import { devServer } from './vite/dev-server.ts';

const source = path.resolve('src/lib/enhance/main.ts');
const outboxSource = path.resolve('src/lib/outbox/for-worker.ts');
const staging = path.resolve('.svelte-kit/enhance');
const served = (file: string) => `/_app/immutable/${file}`;

/**
 * Builds the one enhancement script, under a name that changes with what is in it, and tells the pages that name as
 * `__ENHANCE_URL__`; beside it, for the service worker, the outbox (`__OUTBOX_URL__`). The pages that it is for have no
 * client build of SvelteKit's, so the script is built first and put among the client's files last.
 */
function enhanceScript(): Plugin {
	let building = false;
	return {
		name: 'cung-hoc:enhance',
		async config(_config, { command }) {
			building = command === 'build';
			const enhance = building ? await buildScript(source, true, ofPages) : null;
			const outbox = building ? await buildScript(outboxSource, false, ofWorker) : null;
			const urls = {
				__ENHANCE_URL__: enhance ? served(enhance.entry) : '/src/lib/enhance/main.ts',
				__ATTEMPT_URLS__: enhance?.neededBy(['autosave', 'attempt-page']).map(served) ?? [],
				__OUTBOX_URL__: outbox ? served(outbox.entry) : '',
			};
			const asText = Object.entries(urls).map(([name, url]) => [name, JSON.stringify(url)]);
			return { define: Object.fromEntries(asText) as Record<string, string> };
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			handler() {
				if (building) cpSync(staging, `build/client${served('')}`, { recursive: true });
			},
		},
	};
}

const ofPages = {
	entryFileNames: 'enhance.[hash].js',
	chunkFileNames: 'enhance.[name].[hash].js',
	// What holds things is asked for as one, not as the bits that others happen to share with it.
	codeSplitting: {
		groups: [
			{ name: 'outbox', test: /lib\/outbox\/(?!rescue\.)|\/idb\//, includeDependenciesRecursively: false },
		],
	},
};
const ofWorker = { entryFileNames: 'outbox.[hash].js', format: 'iife' };

/** Returns the name of the entry's file, and of all files that modules loaded later need beside it. */
async function buildScript(input: string, emptyOutDir: boolean, output: object) {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			target: 'es2019',
			outDir: staging,
			emptyOutDir,
			modulePreload: false,
			rollupOptions: { input, output },
		},
	});
	const chunks = [result]
		.flat()
		.flatMap((one) => ('output' in one ? one.output : []))
		.filter((file) => file.type === 'chunk');
	const entry = chunks.find(({ isEntry }) => isEntry);
	if (!entry) throw new Error(`${input} was not built.`);
	const imports = (file: string): string[] => chunks.find(({ fileName }) => fileName === file)?.imports ?? [];
	const neededBy = (names: string[]) => {
		const needed = new Set(chunks.filter(({ name }) => names.includes(name)).map(({ fileName }) => fileName));
		// A set takes in what is added while it is gone through.
		for (const file of needed) for (const other of imports(file)) needed.add(other);
		needed.delete(entry.fileName);
		return [...needed];
	};
	return { entry: entry.fileName, neededBy };
}

/**
 * The framework's announcer of new titles has its style in an attribute, which the content security policy forbids. It
 * gets the class that hides the same way; a browser test sees that nothing of a live page is blocked.
 */
function announcerByClass(): Plugin {
	return {
		name: 'cung-hoc:announcer',
		enforce: 'pre',
		transform: {
			filter: { id: /generated\/root\.svelte$/ },
			handler: (code) =>
				code.replace(/(id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1 class="hidden-visually"'),
		},
	};
}

/**
 * Pages of the group `(plain)` never run in a browser, but SvelteKit builds them for it all the same, to find their
 * styles. They are built as what they import alone: else the parts of Svelte that only they use, and all words in all
 * languages, would weigh on live pages. Their styles stay although nothing uses the parts that they belong to.
 */
function plainPagesForStylesAlone(): Plugin[] {
	const inBrowser: Partial<Plugin> = {
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
	};
	const parts: Plugin = {
		...inBrowser,
		name: 'cung-hoc:plain-pages',
		transform: {
			filter: { id: /src\/routes\/\(plain\)\/.*\.svelte$/ },
			handler(code) {
				const targets = [...code.matchAll(/^import\s[^'"]*['"]([^'"]+)['"]/gm)].map(
					([, target]) => target ?? '',
				);
				const own = targets.filter((target) => /^(#lib\/|\.|\/)/.test(target));
				return {
					code: `${own.map((target) => `import '${target}';`).join('\n')}\nexport default null;`,
					map: null,
				};
			},
		},
	};
	const styles: Plugin = {
		...inBrowser,
		name: 'cung-hoc:plain-styles',
		transform: {
			filter: { id: /\.svelte\?svelte&type=style/ },
			handler: (code) => ({ code, map: null, meta: { vite: {} } }),
		},
	};
	return [parts, styles];
}

const inEveryLivePage = new RegExp(
	[
		'node_modules/(svelte|@sveltejs/kit|devalue|esm-env|clsx)/',
		'vite/preload-helper',
		'src/(hooks|messages/(load|own-names)|schemas/(names|whose))\\.ts$',
		'src/lib/(frame|locale|time|time-zone)\\.ts$',
		'src/lib/components/(Drawing|Glyph|PageHead|SharedPhone|SiteFooter|SiteHeader|Whose|glyphs)\\.',
	].join('|'),
);

export default defineConfig({
	plugins: [enhanceScript(), announcerByClass(), plainPagesForStylesAlone(), devServer(), sveltekit()],
	// Of live pages, which say what to do where a browser is older; the enhancement script is built for older ones.
	build: {
		target: 'es2022',
		cssTarget: ['chrome80', 'safari13'],
		rolldownOptions: {
			output: {
				// What every live page needs comes as one file: few requests, and it packs smaller than in pieces.
				codeSplitting: { groups: [{ name: 'frame', test: inEveryLivePage }] },
			},
		},
	},
});
