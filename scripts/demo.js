/** `npm run demo`: the server on a data folder of its own, with made-up people in every role. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, requireNode, root } from './prepare.js';

requireNode();
install();
build();
process.env.NODE_ENV ??= 'production';
process.env.DATA_DIR ??= 'data/demo';
process.env.LOG_LEVEL ??= 'warn';
/** @param {string} name */
const load = (name) => import(pathToFileURL(path.join(root, `build/server-app/${name}.js`)).href);
await load('main');
await load('demo');
