/**
 * `npm test`: all that decides whether a change may land, on a bare clone. `npm run test:deep` adds the full matrices,
 * the long kill loops and the loads. What cannot run here is said aloud and counted as a failure where `CI` is set.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { freePort } from './free-port.js';
import { build, install, requireNode, root } from './prepare.js';

const deep = process.argv.includes('--deep');
const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-npm-test-'));
/** @type {{ name: string, passed: number, failed: number, seconds: number, note?: string, broken?: string[] }[]} */
const results = [];

requireNode();
install();
await sync();
await Promise.all([
	step('types', bin('svelte-check'), [
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
		'--output',
		'human',
	]),
	step('lint', bin('eslint'), ['.', '--max-warnings', '0']),
	step('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
]);
build();
await step('courses', 'scripts/bin.js', ['check', 'courses']);
const postgres = await findPostgres();
// Each of the three waits at times, for a database or for what people see: together they use the whole machine.
await Promise.all([onPglite(), onPostgres(), inBrowser()]);
if (deep) await vitest('deep', ['deep'], 3_600_000);
report();

async function onPglite() {
	await vitest('API on PGlite', ['server-pglite']);
	await vitest('processes on PGlite', ['processes-pglite']);
}

/** What needs no database goes first. */
async function onPostgres() {
	await vitest('unit', ['architecture', 'domain', 'content', 'messages', 'components']);
	if (!postgres)
		return missing('API on PostgreSQL', 'no PostgreSQL answers; start one or set TEST_DATABASE_URL');
	await vitest('API on PostgreSQL', ['server-postgres'], undefined, postgres);
	await vitest('processes on PostgreSQL', ['processes-postgres'], undefined, postgres);
}

async function sync() {
	await execute(bin('@sveltejs/kit', 'svelte-kit.js'), ['sync']);
}

/** PostgreSQL where one answers at the usual address, or where TEST_DATABASE_URL says; null where none does. */
async function findPostgres() {
	const url = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
	return (await answers(url)) ? { TEST_DATABASE_URL: url } : null;
}

async function inBrowser() {
	const { findBrowser } = await import('./browser.js');
	const browser = await findBrowser();
	if (!browser) return missing('browser', 'no Chromium could be found or installed; set CHROMIUM to one');
	const file = path.join(folder, 'browser.json');
	const begun = Date.now();
	const code = await execute(bin('@playwright/test', 'cli.js'), ['test', '--reporter=line,json'], {
		CHROMIUM: browser,
		E2E_PORT: String(await freePort()),
		E2E_DEEP: deep ? '1' : '',
		PLAYWRIGHT_JSON_OUTPUT_NAME: file,
	});
	const found = readJson(file);
	const stats = found?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
	add(
		'browser',
		stats.expected + stats.flaky,
		stats.unexpected,
		code,
		begun,
		brokenSpecs(found?.suites ?? []),
	);
	if (stats.skipped) say(`NOT TESTED: browser: ${stats.skipped} skipped, which this machine cannot run`);
}

/**
 * @param {string} name
 * @param {string[]} projects
 * @param {number} [timeout]
 * @param {Record<string, string>} [env]
 */
async function vitest(name, projects, timeout, env = {}) {
	const file = path.join(folder, `${projects[0]}.json`);
	const args = ['run', ...projects.flatMap((project) => ['--project', project])];
	args.push(
		`--maxWorkers=${Math.ceil(availableParallelism() / 2)}`,
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${file}`,
	);
	if (timeout) args.push(`--testTimeout=${timeout}`);
	const begun = Date.now();
	const code = await execute(bin('vitest', 'vitest.mjs'), args, { TEST_DEEP: deep ? '1' : '', ...env });
	const found = readJson(file) ?? { numPassedTests: 0, numFailedTests: 0 };
	add(name, found.numPassedTests, found.numFailedTests, code, begun, brokenTests(found.testResults ?? []));
}

/** What failed, by name and with the first lines of why: what decides a landing stands at the end of a long output. @param {any[]} files @returns {string[]} */
function brokenTests(files) {
	return files.flatMap((/** @type {any} */ file) => {
		const named = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
		if (file.status === 'failed' && !named.length)
			return [described(file.name, 'before its first test', file.message)];
		return named.map((/** @type {any} */ test) =>
			described(file.name, test.fullName, test.failureMessages.join('\n')),
		);
	});
}

/** @param {any[]} suites @returns {string[]} */
function brokenSpecs(suites) {
	return suites.flatMap((/** @type {any} */ suite) => [
		...(suite.specs ?? [])
			.filter((/** @type {any} */ spec) => !spec.ok)
			.map((/** @type {any} */ spec) => {
				const [error] = spec.tests.flatMap((/** @type {any} */ test) =>
					test.results.flatMap((/** @type {any} */ result) => result.errors),
				);
				return described(`${spec.file}:${spec.line}`, spec.title, error?.message ?? 'not run to its end');
			}),
		...brokenSpecs(suite.suites ?? []),
	]);
}

/** @param {string} file @param {string} test @param {string} why */
function described(file, test, why) {
	const lines = stripVTControlCharacters(why).split('\n').slice(0, 8);
	return [`${path.relative(root, path.resolve(root, file))}: ${test}`, ...lines].join('\n      ');
}

/** @param {string} name @param {string} script @param {string[]} args */
async function step(name, script, args) {
	const begun = Date.now();
	const code = await execute(script, args);
	add(name, code === 0 ? 1 : 0, 0, code, begun);
}

/** A run that failed without naming a test counts as one failure. @param {string} name @param {number} passed @param {number} failed @param {number} code @param {number} begun @param {string[]} [broken] */
function add(name, passed, failed, code, begun, broken) {
	const seconds = Math.round((Date.now() - begun) / 1000);
	results.push({ name, passed, failed: code !== 0 && failed === 0 ? 1 : failed, seconds, broken });
}

/** Aloud, so that nothing is passed over in silence. @param {string} line */
function say(line) {
	process.stdout.write(`\n!! ${line}\n\n`);
}

/** @param {string} name @param {string} why */
function missing(name, why) {
	say(`NOT TESTED: ${name}: ${why}`);
	results.push({ name, passed: 0, failed: process.env.CI ? 1 : 0, seconds: 0, note: `NOT TESTED: ${why}` });
}

function report() {
	rmSync(folder, { recursive: true, force: true });
	process.stdout.write('\n');
	for (const { name, broken = [] } of results)
		for (const one of broken) process.stdout.write(`x ${name}: ${one}\n\n`);
	for (const { name, passed, failed, seconds, note } of results)
		process.stdout.write(
			`${failed ? 'x' : ' '} ${name}: ${note ?? `${passed} passed, ${failed} failed (${seconds} s)`}\n`,
		);
	const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, one) => total + one[key], 0);
	process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
	process.exit(sum('failed') ? 1 : 0);
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
function execute(script, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [script, ...args], {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'inherit', 'inherit'],
		});
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/** @param {string} name @param {string} [file] */
function bin(name, file) {
	const folder = path.join(root, 'node_modules', name);
	if (file) return path.join(folder, file);
	const { bin: entry } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	return path.join(folder, typeof entry === 'string' ? entry : entry[name]);
}

/** @param {string} file */
function readJson(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

/** @param {string} url */
async function answers(url) {
	const { default: postgres } = await import('postgres');
	const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
	try {
		await client`select 1`;
		return true;
	} catch {
		return false;
	} finally {
		await client.end({ timeout: 1 });
	}
}
