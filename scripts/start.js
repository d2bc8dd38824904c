/** `npm start`: installs and builds what is missing or stale, then serves. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, requireNode, root } from './prepare.js';

/**
 * A signal to npm ends the shell that it runs us in, and does not reach us: when that shell is gone, we stop as well.
 * Who starts this script without npm, and then leaves, wants it to go on.
 */
function stopWithNpm() {
	if (process.env.npm_lifecycle_event !== 'start') return;
	const shell = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(timer);
		process.kill(process.pid, 'SIGTERM');
	}, 250);
	timer.unref();
}

stopWithNpm();
requireNode();
install();
build();
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(path.join(root, 'build/server-app/main.js')).href);
