/**
 * What every start needs: dependencies installed and the build up to date, each only when missing or stale. Plain
 * JavaScript on Node alone, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const minimum = [20, 19];

/** What the build is made from; courses are published at run time and do not belong here. */
const buildInputs = [
	'src',
	'static',
	'vite',
	'docs/question-kinds.quiz.md',
	'docs/media',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.server.config.ts',
];

export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [needMajor = 0, needMinor = 0] = minimum;
	if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
	fail(
		`Node ${minimum.join('.')} or later is needed; this is ${process.versions.node}. See https://nodejs.org/`,
	);
}

/** Installs what the lock file says, when it is not what is installed. */
export function install({ quiet = false } = {}) {
	const stamp = path.join(root, 'node_modules/.cung-hoc-stamp');
	const wanted = hashFiles(['package-lock.json']);
	if (readIfThere(stamp) === wanted) return;
	say('Installing dependencies (once)...', quiet);
	run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { quiet });
	writeFileSync(stamp, wanted);
}

/** Builds pages and server, when their sources changed since the last build. */
export function build({ quiet = false } = {}) {
	const stamp = path.join(root, 'build/.stamp');
	const wanted = hashFiles(buildInputs);
	if (readIfThere(stamp) === wanted) return;
	say('Building (once after each change)...', quiet);
	const vite = path.join(root, 'node_modules/vite/bin/vite.js');
	run(process.execPath, [vite, 'build'], { quiet: true });
	run(process.execPath, [vite, 'build', '-c', 'vite.server.config.ts'], { quiet: true });
	mkdirSync(path.dirname(stamp), { recursive: true });
	writeFileSync(stamp, wanted);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined> }} [options]
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
	const isNpm = command === 'npm';
	const result = spawnSync(command, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
		shell: isNpm && process.platform === 'win32',
	});
	if (result.status === 0) return;
	if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
	fail(
		`${isNpm ? 'npm' : path.basename(args[0] ?? command)} ${args.at(isNpm ? 0 : 1) ?? ''} did not succeed.`,
	);
}

/** @param {string} message @returns {never} */
export function fail(message) {
	process.stderr.write(`\n${message}\n`);
	process.exit(1);
}

/** @param {string} line @param {boolean} quiet */
function say(line, quiet) {
	if (!quiet) process.stdout.write(`${line}\n`);
}

/** @param {string} file */
function readIfThere(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** @param {string[]} names */
function hashFiles(names) {
	const hash = createHash('sha256');
	for (const name of names) addTo(hash, path.join(root, name));
	return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} file */
function addTo(hash, file) {
	const entries = directoryOf(file);
	if (entries) for (const name of entries.sort()) addTo(hash, path.join(file, name));
	else hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
}

/** @param {string} file */
function directoryOf(file) {
	try {
		return readdirSync(file);
	} catch {
		return null;
	}
}
