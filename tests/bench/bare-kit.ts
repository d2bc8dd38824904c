/** The floor of pages: a SvelteKit app with one page that says a sentence, built and served by the same adapter. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ServerCommand } from '../deep/server-process.ts';

const files: Record<string, string> = {
	'package.json': '{ "name": "bare", "type": "module" }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };`,
	'static/robots.txt': 'User-agent: *',
	'src/app.html':
		'<!doctype html><html lang="vi"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/+layout.js': 'export const csr = false;',
	'src/routes/+page.server.js': `export const load = () => ({ name: 'bạn' });`,
	'src/routes/+page.svelte': '<script>let { data } = $props();</script>\n<h1>Chào {data.name}</h1>',
	'src/routes/health/+server.js': `export const GET = () => new Response('ok');`,
};

/** Builds it into a folder of its own; `remove` takes that away. */
export function buildBareKit(): { command: ServerCommand; remove(): void } {
	const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-bare-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
	const modules = path.resolve('node_modules');
	symlinkSync(modules, path.join(folder, 'node_modules'));
	const vite = path.join(modules, 'vite/bin/vite.js');
	const { status, stderr } = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(`The bare app does not build.\n${stderr}`);
	return {
		command: { args: [path.join(folder, 'build/index.js')], env: {} },
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
