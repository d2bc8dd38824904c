import { isIP } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { defaultTimeZone } from '#schemas/names.ts';
import { readIssuer, type Issuer } from './issuer.ts';
import { readUploads, type UploadConfig } from './uploads/config.ts';

export interface Config {
	port: number;
	host: string;
	/** Public address, such as https://cunghoc.example; null: the request's own host counts. */
	origin: string | null;
	databaseUrl: string | null;
	dataDir: string;
	coursesDir: string;
	/** Addresses (or CIDR) of proxies whose X-Forwarded-* headers count. */
	trustProxy: string | null;
	logLevel: string;
	/** An IANA time zone: days that count (until when a certificate is valid) are days there. */
	timeZone: string;
	/** Whose role counts only once they sign in by two steps. */
	requireMfa: 'admin' | null;
	/** By which secrets that must be read again are encrypted, the one of now first; none: by one in the database. */
	sealingSecrets: string[];
	/** What certificates on paper say of whoever issues them. */
	issuer: Issuer;
	/** Files that learners send. */
	uploads: UploadConfig;
}

/** The folder that holds package.json, from source and from build alike. */
export const projectRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)));

function findRoot(from: string): string {
	if (existsSync(path.join(from, 'package.json'))) return from;
	const up = path.dirname(from);
	if (up === from) throw new Error('No package.json above the server.');
	return findRoot(up);
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the configuration from the environment. All mistakes are told at once.
 * @throws {ConfigError} naming each variable that cannot be used.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	const mistakes: string[] = [];
	const text = (name: string) => env[name]?.trim() || null;

	const port = Number(text('PORT') ?? 3000);
	if (!/^\d+$/.test(text('PORT') ?? '3000') || port > 65535)
		mistakes.push(`PORT: "${env.PORT}" is not a port; use a number from 1 to 65535.`);

	const origin = originIn(text('ORIGIN'));
	if (origin === undefined)
		mistakes.push(
			`ORIGIN: "${text('ORIGIN')}" is not an address such as https://hoc.example.vn (no user@, path, ?, # or final slash).`,
		);

	const databaseUrl = text('DATABASE_URL');
	if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
		mistakes.push('DATABASE_URL: does not begin with postgres:// or postgresql://.');
	else if (databaseUrl && !URL.canParse(databaseUrl))
		mistakes.push(
			'DATABASE_URL: cannot be read; use postgres://user:password@host:5432/database, other signs as %40 and the like.',
		);

	const logLevel = text('LOG_LEVEL') ?? 'info';
	if (!logLevels.includes(logLevel)) mistakes.push(`LOG_LEVEL: use one of ${logLevels.join(', ')}.`);

	const timeZone = text('TIME_ZONE') ?? defaultTimeZone;
	if (!isTimeZone(timeZone))
		mistakes.push(`TIME_ZONE: "${timeZone}" is not a time zone; use a name such as ${defaultTimeZone}.`);

	const trustProxy = text('TRUST_PROXY');
	if (trustProxy && !trustProxy.split(',').every((one) => isProxy(one.trim())))
		mistakes.push(
			'TRUST_PROXY: use addresses or ranges such as 10.0.0.5 or 10.0.0.0/8, with commas between.',
		);

	const requireMfa = text('REQUIRE_MFA');
	if (requireMfa !== null && requireMfa !== 'admin')
		mistakes.push('REQUIRE_MFA: use admin, or leave it out.');

	const sealingSecrets = (text('SEALING_SECRET') ?? '').split(',').filter(Boolean);
	if (sealingSecrets.some((secret) => secret.trim() !== secret || secret.length < 32))
		mistakes.push(
			'SEALING_SECRET: use 32 characters or more, such as `openssl rand -base64 32` makes; earlier ones after commas, without spaces.',
		);

	const { issuer, mistakes: ofIssuer } = readIssuer(text, projectRoot);
	mistakes.push(...ofIssuer);

	const dataDir = path.resolve(projectRoot, text('DATA_DIR') ?? 'data');
	const { uploads, mistakes: ofUploads } = readUploads(text, dataDir);
	mistakes.push(...ofUploads);

	if (mistakes.length) throw new ConfigError(mistakes);
	return {
		port,
		host: text('HOST') ?? '0.0.0.0',
		origin: origin ?? null,
		databaseUrl,
		dataDir,
		coursesDir: path.resolve(projectRoot, text('COURSES_DIR') ?? 'courses'),
		trustProxy,
		logLevel,
		timeZone,
		requireMfa: requireMfa === 'admin' ? requireMfa : null,
		sealingSecrets,
		issuer,
		uploads,
	};
}

/** As browsers write it: in small letters, a port that goes without saying left out; undefined for what is no origin. */
function originIn(text: string | null): string | null | undefined {
	if (text === null) return null;
	return /^https?:\/\/[^/?#@\\\s]+$/i.test(text) && URL.canParse(text) ? new URL(text).origin : undefined;
}

function isTimeZone(name: string): boolean {
	try {
		// An offset alone (+07:00) knows no changes of clocks, and older Nodes do not read it.
		return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

function isProxy(text: string): boolean {
	if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
	const [address = '', bits, ...others] = text.split('/');
	const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
	return (
		others.length === 0 && most > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
	);
}

export class ConfigError extends Error {
	constructor(readonly mistakes: string[]) {
		super(`The configuration cannot be used:\n${mistakes.map((m) => `  ${m}`).join('\n')}`);
	}
}
