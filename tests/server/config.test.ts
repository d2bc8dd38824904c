import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, projectRoot, readConfig } from '#server/config.ts';
import { explain } from '#server/explain.ts';
import { DataDirInUse } from '#server/db/lock.ts';

const mistakesOf = (env: Record<string, string>) => {
	try {
		readConfig(env);
		return [];
	} catch (error) {
		if (error instanceof ConfigError) return error.mistakes;
		throw error;
	}
};

const newSecret = 'm'.repeat(44);
const oldSecret = 'c'.repeat(44);

describe('the configuration', () => {
	it('needs nothing to be set', () => {
		expect(readConfig({})).toEqual({
			port: 3000,
			host: '0.0.0.0',
			origin: null,
			databaseUrl: null,
			dataDir: path.join(projectRoot, 'data'),
			coursesDir: path.join(projectRoot, 'courses'),
			trustProxy: null,
			logLevel: 'info',
			timeZone: 'Asia/Ho_Chi_Minh',
			requireMfa: null,
			sealingSecrets: [],
			uploads: { megabytes: 10, folder: path.join(projectRoot, 'data', 'uploads'), s3: null },
			issuer: { name: null, unit: null, title: null, signatory: null, logo: null },
		});
	});

	it.each([
		['PORT', '8080', { port: 8080 }],
		['PORT', ' 8080 ', { port: 8080 }],
		['PORT', '', { port: 3000 }],
		['PORT', '0', { port: 0 }],
		['HOST', '127.0.0.1', { host: '127.0.0.1' }],
		['ORIGIN', 'https://hoc.example', { origin: 'https://hoc.example' }],
		['ORIGIN', 'http://192.168.1.5:3000', { origin: 'http://192.168.1.5:3000' }],
		['ORIGIN', 'HTTPS://HOC.example:443', { origin: 'https://hoc.example' }],
		['ORIGIN', 'https://học.example', { origin: new URL('https://học.example').origin }],
		['DATABASE_URL', 'postgres://a:b@db/hoc', { databaseUrl: 'postgres://a:b@db/hoc' }],
		['DATABASE_URL', 'postgresql://db/hoc', { databaseUrl: 'postgresql://db/hoc' }],
		['DATABASE_URL', '  ', { databaseUrl: null }],
		['DATA_DIR', '/var/lib/cung-hoc', { dataDir: '/var/lib/cung-hoc' }],
		['DATA_DIR', 'du-lieu', { dataDir: path.join(projectRoot, 'du-lieu') }],
		['COURSES_DIR', '../courses', { coursesDir: path.resolve(projectRoot, '../courses') }],
		['TRUST_PROXY', '10.0.0.0/8, 192.168.1.1', { trustProxy: '10.0.0.0/8, 192.168.1.1' }],
		['TRUST_PROXY', 'loopback', { trustProxy: 'loopback' }],
		['TRUST_PROXY', 'fd00::/8', { trustProxy: 'fd00::/8' }],
		['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
		['TIME_ZONE', 'Asia/Phnom_Penh', { timeZone: 'Asia/Phnom_Penh' }],
		['REQUIRE_MFA', 'admin', { requireMfa: 'admin' }],
		['REQUIRE_MFA', '', { requireMfa: null }],
		['SEALING_SECRET', newSecret, { sealingSecrets: [newSecret] }],
		['SEALING_SECRET', `${newSecret},${oldSecret}`, { sealingSecrets: [newSecret, oldSecret] }],
	])('%s = "%s"', (name, value, expected) => {
		expect(readConfig({ [name]: value })).toMatchObject(expected);
	});

	it.each([
		['PORT', 'abc'],
		['PORT', '-1'],
		['PORT', '65536'],
		['PORT', '80.5'],
		['PORT', '0x50'],
		['ORIGIN', 'hoc.example'],
		['ORIGIN', 'https://hoc.example/'],
		['ORIGIN', 'https://hoc.example/hoc'],
		['ORIGIN', 'https://hoc.example?x'],
		['ORIGIN', 'https://hoc.example#x'],
		['ORIGIN', 'https://ai@hoc.example'],
		['ORIGIN', 'https://hoc.example\\x'],
		['ORIGIN', 'https://hoc.example:cong'],
		['ORIGIN', 'ftp://hoc.example'],
		['DATABASE_URL', 'mysql://db/hoc'],
		['DATABASE_URL', 'postgres://u:p@db:port/hoc'],
		['TRUST_PROXY', 'yes'],
		['TRUST_PROXY', '10.0.0.0/33'],
		['TRUST_PROXY', '10.0.0.0/8, everybody'],
		['LOG_LEVEL', 'loud'],
		['TIME_ZONE', 'Hà Nội'],
		['TIME_ZONE', '+07:00'],
		['REQUIRE_MFA', 'yes'],
		['REQUIRE_MFA', 'instructor'],
		['SEALING_SECRET', 'ngan'],
		['SEALING_SECRET', `${newSecret}, ${oldSecret}`],
	])('%s = "%s" is a mistake, said by name', (name, value) => {
		const mistakes = mistakesOf({ [name]: value });
		expect(mistakes).toHaveLength(1);
		expect(mistakes[0]).toMatch(new RegExp(`^${name}: .{15}`));
	});

	it('tells all mistakes at once, and no password', () => {
		const mistakes = mistakesOf({
			PORT: 'x',
			ORIGIN: 'x',
			LOG_LEVEL: 'x',
			DATABASE_URL: 'mysql://u:bi-mat@db/hoc',
		});
		expect(mistakes).toHaveLength(4);
		expect(mistakes.join()).not.toContain('bi-mat');
	});
});

describe('why the server did not start', () => {
	const failure = (more: object) =>
		Object.assign(new Error('connect failed for user hoc password bi-mat'), more);

	it.each([
		[new ConfigError(['PORT: no.']), 'PORT: no.'],
		[new DataDirInUse('/du-lieu'), '/du-lieu is in use by another'],
		[failure({ code: 'EADDRINUSE', address: '0.0.0.0', port: 3000 }), '0.0.0.0:3000 is in use'],
		[failure({ code: 'EACCES', address: '0.0.0.0', port: 80 }), 'PORT'],
		[failure({ code: 'EACCES', path: '/du-lieu' }), '/du-lieu cannot be written'],
		[failure({ code: 'EADDRNOTAVAIL', address: '10.1.1.1', port: 80 }), 'HOST'],
		[failure({ code: 'ECONNREFUSED' }), 'DATABASE_URL'],
		[new Error('Connection terminated due to connection timeout'), 'does not answer in time'],
		[failure({ code: '28P01' }), 'password is wrong'],
		[failure({ code: '3D000' }), 'no database of that name'],
	])('%s', (error, said) => {
		const text = explain(error);
		expect(text).toContain(said);
		expect(text).not.toMatch(/bi-mat|\n\s+at /);
	});

	it('has its place in the code where nobody foresaw it', () => {
		expect(explain(new TypeError('unforeseen'))).toMatch(/unforeseen\n\s+at /);
		expect(explain('a word')).toBe('a word');
	});
});
