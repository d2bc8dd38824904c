import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { compile } from 'svelte/compiler';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';
import { devServer } from './vite/dev-server.ts';
import { questionKinds } from './vite/question-kinds.ts';

const source = path.resolve('src/lib/enhance/main.ts');
const outboxSource = path.resolve('src/lib/outbox/for-worker.ts');
const staging = path.resolve('.svelte-kit/enhance');
const knownSources = Object.fromEntries(
	['vi', 'km', 'en'].map((locale) => [locale, path.resolve(`src/routes/(plain)/on-device/${locale}.ts`)]),
);
const served = (file: string) => `/_app/immutable/${file}`;

/**
 * Builds the one enhancement script, under a name that changes with what is in it, and tells the pages that name as
 * `__ENHANCE_URL__`; beside it, for the service worker, the outbox (`__OUTBOX_URL__`), and for pages that a device keeps
 * what says how far their reader is, by language (`__KNOWN_URLS__`). The pages that it is for have no
 * client build of SvelteKit's, so the script is built first and put among the client's files last.
 */
function enhanceScript(): Plugin {
	let building = false;
	return {
		name: 'cung-hoc:enhance',
		async config(_config, { command }) {
			building = command === 'build';
			const urls = building ? await buildAll() : inDevelopment;
			return { define: asText(urls) };
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

const inDevelopment = {
	__ENHANCE_URL__: '/src/lib/enhance/main.ts',
	__ATTEMPT_URLS__: [],
	__OUTBOX_URL__: '',
	__KNOWN_URLS__: { vi: '', km: '', en: '' },
};

async function buildAll(): Promise<Record<keyof typeof inDevelopment, unknown>> {
	rmSync(staging, { recursive: true, force: true });
	const known = await buildScript(knownSources, ofKept, {
		plugins: [componentsToText()],
		resolve: asOnServer,
		build: { target: 'es2022' },
	});
	const urls = { __KNOWN_URLS__: mapValues(known.entries, served) };
	const enhance = await buildScript({ main: source }, ofPages, { define: asText(urls) });
	const outbox = await buildScript({ main: outboxSource }, ofWorker);
	return {
		...urls,
		__ENHANCE_URL__: served(enhance.entries.main!),
		__ATTEMPT_URLS__: enhance.neededBy(['autosave', 'attempt-page']).map(served),
		__OUTBOX_URL__: served(outbox.entries.main!),
	};
}

const mapValues = <T, U>(values: Record<string, T>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
const asText = (values: Record<string, unknown>) => mapValues(values, (value) => JSON.stringify(value));

/** Svelte has one half for browsers and one for servers. */
const asOnServer = { conditions: ['module', 'production'] };

/** Components as the server has them: functions that give text. */
function componentsToText(): Plugin {
	return {
		name: 'cung-hoc:components-to-text',
		enforce: 'pre',
		resolveId: (id) => (unused.test(id) ? `\0${id}` : null),
		load: (id) => (id.startsWith('\0') && unused.test(id.slice(1)) ? 'export const uneval = null;' : null),
		transform: {
			filter: { id: /\.svelte$/ },
			handler: (code, filename) => ({
				code: compile(code, { filename, generate: 'server', css: 'external', dev: false }).js.code,
				map: null,
			}),
		},
	};
}
/** Svelte's renderer imports these for what no component of ours does: to wait, and to hand values to a browser. */
const unused = /^(devalue|node:async_hooks)$/;

const ofKept = {
	output: { entryFileNames: 'known.[name].[hash].js', chunkFileNames: 'known.[name].[hash].js' },
	preserveEntrySignatures: 'strict',
};
/** What holds things is asked for as one, not as the bits that others happen to share with it. */
const inAllThatHolds = new RegExp(
	[
		'lib/outbox/(?!rescue\\.)',
		'/idb/',
		'lib/enhance/known\\.',
		'lib/enhance/leaving-panel\\.',
		'schemas/names\\.',
		'helpers/(esm/)?(defineProperty|toPropertyKey|toPrimitive|typeof)',
	].join('|'),
);
const ofPages = {
	output: {
		entryFileNames: 'enhance.[hash].js',
		chunkFileNames: 'enhance.[name].[hash].js',
		codeSplitting: {
			includeDependenciesRecursively: false,
			groups: [{ name: 'outbox', test: inAllThatHolds }],
		},
	},
};
const ofWorker = { output: { entryFileNames: 'outbox.[hash].js', format: 'iife' } };

/** Returns the names of the entries' files, and of all files that modules loaded later need beside them. */
async function buildScript(input: Record<string, string>, shape: object, more: InlineConfig = {}) {
	const result = await build({
		...more,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			target: 'es2019',
			outDir: staging,
			emptyOutDir: false,
			modulePreload: false,
			...more.build,
			rollupOptions: { input, ...shape },
		},
	});
	const chunks = [result]
		.flat()
		.flatMap((one) => ('output' in one ? one.output : []))
		.filter((file) => file.type === 'chunk');
	const entries = Object.fromEntries(
		chunks.filter(({ isEntry }) => isEntry).map(({ name, fileName }) => [name, fileName]),
	);
	const imports = (file: string): string[] => chunks.find(({ fileName }) => fileName === file)?.imports ?? [];
	const neededBy = (names: string[]) => {
		const needed = new Set(chunks.filter(({ name }) => names.includes(name)).map(({ fileName }) => fileName));
		// A set takes in what is added while it is gone through.
		for (const file of needed) for (const other of imports(file)) needed.add(other);
		return [...needed].filter((file) => !Object.values(entries).includes(file));
	};
	return { entries, neededBy };
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
		'src/(hooks|messages/(load|own-names)|schemas/(address|names|paths|whose))\\.ts$',
		'src/lib/(frame|locale|time|time-zone)\\.ts$',
		'src/lib/components/(Drawing|Glyph|PageHead|SharedPhone|SiteFooter|SiteHeader|Whose|glyphs)\\.',
	].join('|'),
);

const inLessons =
	/src\/lib\/(nodes|questions)\/.*\.svelte|src\/lib\/components\/(PetalRow|ScrollTable)\.svelte/;

export default defineConfig({
	plugins: [
		enhanceScript(),
		announcerByClass(),
		plainPagesForStylesAlone(),
		devServer(),
		questionKinds(),
		sveltekit(),
	],
	// Of live pages, which say what to do where a browser is older; the enhancement script is built for older ones.
	build: {
		target: 'es2022',
		cssTarget: ['chrome80', 'safari13'],
		rolldownOptions: {
			output: {
				// What every live page needs comes as one file: few requests, and it packs smaller than in pieces.
				codeSplitting: {
					groups: [
						{ name: 'frame', test: inEveryLivePage },
						// Their styles come as one: each file has a head of its own.
						{ name: 'lesson', test: inLessons },
					],
				},
			},
		},
	},
});
