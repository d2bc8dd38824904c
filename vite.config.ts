import { cpSync } from 'node:fs';
import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { build, defineConfig, type Plugin } from 'vite';
import { devServer } from './src/cli/dev-server.ts';

const source = path.resolve('src/lib/enhance/main.ts');
const staging = path.resolve('.svelte-kit/enhance');
const served = 'build/client/_app/immutable';

/**
 * Builds the one enhancement script, under a name that changes with what is in it, and tells the pages that name as
 * `__ENHANCE_URL__`. SvelteKit makes no client build where every page has `csr = false`, so the script is built first
 * and put among the client's files last.
 */
function enhanceScript(): Plugin {
	let building = false;
	return {
		name: 'cung-hoc:enhance',
		async config(_config, { command }) {
			building = command === 'build';
			const url = building ? `/_app/immutable/${await buildEnhance()}` : '/src/lib/enhance/main.ts';
			return { define: { __ENHANCE_URL__: JSON.stringify(url) } };
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			handler() {
				if (building) cpSync(staging, served, { recursive: true });
			},
		},
	};
}

/** Returns the name of the entry. */
async function buildEnhance(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			target: 'es2019',
			outDir: staging,
			emptyOutDir: true,
			modulePreload: false,
			rollupOptions: {
				input: source,
				output: { entryFileNames: 'enhance.[hash].js', chunkFileNames: 'enhance.[name].[hash].js' },
			},
		},
	});
	const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
	const entry = outputs.find((file) => file.type === 'chunk' && file.isEntry);
	if (!entry) throw new Error('The enhancement script was not built.');
	return entry.fileName;
}

export default defineConfig({
	plugins: [enhanceScript(), devServer(), sveltekit()],
	build: { target: 'es2019', cssTarget: ['chrome80', 'safari13'] },
});
