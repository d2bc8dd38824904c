/** `npm run bench`: measures the built server on both databases. `-- --write` keeps the figures, `-- --json FILE` gives them to programs. */
import path from 'node:path';
import { build, install, requireNode, root, run } from './prepare.js';

requireNode();
install();
build();
const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
run(process.execPath, [tsx, 'tests/bench/main.ts', ...process.argv.slice(2)]);
