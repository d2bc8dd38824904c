/** `npm run dev`: API and pages on one port; code and courses reload by themselves. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, requireNode, root } from './prepare.js';

requireNode();
install();
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const child = spawn(process.execPath, [vite, 'dev', ...process.argv.slice(2)], {
	cwd: root,
	stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
	process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
