/** Finds a Chromium or Chrome for the browser tests, or brings one where it can. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The shell without windows first: the same engine for little more than half of the processor's time. */
const installed = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Start flags that keep the browser quiet on a closed network. */
export const browserFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Path of a browser: the one named by CHROMIUM, an installed one, Playwright's own; else one is installed (on Debian as
 * root from the distribution, elsewhere by Playwright). Null when there is none to be had.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
	const known = [process.env.CHROMIUM, ...installed].find((file) => file && existsSync(file));
	if (known) return known;
	const { chromium } = await import('playwright');
	if (existsSync(chromium.executablePath())) return chromium.executablePath();
	process.stdout.write('No Chromium found; trying to install one...\n');
	if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
		const apt = (/** @type {string[]} */ ...args) =>
			spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore' });
		apt('update');
		const shell = apt('install', '-y', 'chromium-headless-shell', 'fonts-noto-core');
		if (shell.status !== 0) apt('install', '-y', 'chromium', 'fonts-noto-core');
	} else {
		spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
			stdio: 'ignore',
		});
	}
	return [...installed, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}
