/** `npm run --silent cung-hoc -- <command>`: the commands, from the same build as the server. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, requireNode, root } from './prepare.js';

requireNode();
install({ quiet: true });
build({ quiet: true });
await import(pathToFileURL(path.join(root, 'build/server-app/cli.js')).href);
