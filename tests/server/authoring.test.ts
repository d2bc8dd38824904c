/** What authors type: the commands as processes, over folders that are as they may be. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '#schemas/finding.ts';
import { newPlace, type Place } from './spawned.ts';

let place: Place;
beforeAll(async () => {
	place = await newPlace();
});
afterEach(() => place.killAll());
afterAll(() => place.remove());

const folderOf = (name: string) => {
	const folder = path.join(place.folder, name);
	mkdirSync(folder, { recursive: true });
	return folder;
};

describe('check', () => {
	it('names the courses that it has looked at', async () => {
		const { code, out } = await place.command('check', place.coursesDir);
		expect([code, out]).toEqual([0, expect.stringContaining('Đã xem 1 khóa học: thu-nghiem.')]);
	});

	it('says what a running server would refuse to publish, and changes nothing there', async () => {
		const folder = folderOf('renamed');
		cpSync(place.coursesDir, folder, { recursive: true });
		for (const locale of ['vi', 'km']) rmSync(path.join(folder, `thu-nghiem/${locale}/04-hoi-giup.md`));
		const alone = await place.command('check', folder, '--json');
		expect(alone.out).not.toContain('id-vanished');
		expect(alone.error).not.toContain('Có đối chiếu');
		const server = await place.start();
		const found = await place.command('check', folder, '--json');
		expect([found.code, found.error]).toEqual([1, expect.stringContaining('Có đối chiếu')]);
		const { errors } = JSON.parse(found.out) as CheckReport;
		expect(errors.map(({ code }) => code)).toContain('id-vanished');
		expect((await fetch(`${server.origin}/api/courses/thu-nghiem/lessons/hoi-giup`)).status).toBe(200);
		await server.end();
	});

	it('says so where the server cannot be asked', async () => {
		const { code, error } = await place.commandIn(
			{ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
			'check',
			place.coursesDir,
		);
		expect([code, error]).toEqual([0, expect.stringContaining('Chưa đối chiếu được')]);
	});

	it('says in whole what it has to say, however slowly it is read', async () => {
		const folder = folderOf('many');
		cpSync(place.coursesDir, folder, { recursive: true });
		const lines = Array.from({ length: 1500 }, (_, index) => `[x](khong-co-${index}.md)\n\n`);
		writeFileSync(
			path.join(folder, 'thu-nghiem/vi/99-nhieu.md'),
			`---\nid: nhieu\ntitle: N\n---\n\n${lines.join('')}`,
		);
		const said = await readSlowly('check', folder, '--json');
		expect(said.length).toBeGreaterThan(200_000);
		expect((JSON.parse(said) as { errors: unknown[] }).errors).toHaveLength(1500);
	});
});

/** The pipe is full long before anybody reads. */
async function readSlowly(...args: string[]): Promise<string> {
	const child = spawn(process.execPath, ['build/server-app/cli.js', ...args], {
		env: place.env,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 6000))]);
	let said = '';
	for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk;
	return said;
}

describe('publish', () => {
	it.each([
		['an empty folder', {}],
		['a folder of lessons alone', { '01-mot.md': '---\nid: mot\ntitle: Một\n---\n\nXin chào.\n' }],
	])('says that there is no course in %s', async (name, files) => {
		const folder = folderOf(name.replaceAll(' ', '-'));
		for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
		const { code, out } = await place.command('publish', folder);
		expect([code, out]).toEqual([1, expect.stringContaining('không có khóa học nào')]);
	});
});
