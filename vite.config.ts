import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { build, defineConfig, type Plugin } from 'vite';
import { devServer } from './src/cli/dev-server.ts';

const enhanceFolder = path.resolve('src/lib/enhance');

/**
 * Builds the one enhancement script into the pages' client folder (SvelteKit makes no client build where every page has
 * `csr = false`), under a name that changes with its source, and tells the pages that name as `__ENHANCE_URL__`.
 */
function enhanceScript(): Plugin {
	const name = `enhance.${hashOf(enhanceFolder)}.js`;
	let building = false;
	return {
		name: 'cung-hoc:enhance',
		config(_config, { command }) {
			building = command === 'build';
			const url = building ? `/_app/immutable/${name}` : '/src/lib/enhance/main.ts';
			return { define: { __ENHANCE_URL__: JSON.stringify(url) } };
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			async handler() {
				if (building) await buildEnhance(name);
			},
		},
	};
}

function buildEnhance(name: string) {
	return build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			target: 'es2019',
			outDir: 'build/client/_app/immutable',
			emptyOutDir: false,
			rollupOptions: { input: path.join(enhanceFolder, 'main.ts'), output: { entryFileNames: name } },
		},
	});
}

function hashOf(folder: string): string {
	const hash = createHash('sha256');
	for (const name of readdirSync(folder).sort())
		hash.update(name).update(readFileSync(path.join(folder, name)));
	return hash.digest('hex').slice(0, 10);
}

export default defineConfig({
	plugins: [enhanceScript(), devServer(), sveltekit()],
	build: { target: 'es2019', cssTarget: ['chrome80', 'safari13'] },
});
