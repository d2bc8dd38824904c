/** `npm start`: installs and builds what is missing or stale, then serves. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, requireNode, root } from './prepare.js';

requireNode();
install();
build();
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(path.join(root, 'build/server-app/main.js')).href);
