import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import { leavesOf, say } from './walk.ts';
import { khmer, khmerMistyped, latin, notEnglish, withoutNames } from './words.ts';

const folder = 'src/routes/(plain)/help/pages';
const files = readdirSync(`${folder}/vi`).sort();

interface Front {
	title: string;
	summary: string;
	order: number;
}

function page(locale: Locale, file: string): { front: Front; body: string } {
	const [, front = '', ...body] = readFileSync(`${folder}/${locale}/${file}`, 'utf8').split(/^---$/m);
	return { front: parse(front) as Front, body: body.join('---') };
}

/** One letter a line: what kind of thing stands there. */
function shape(body: string): string {
	const kinds: [RegExp, string][] = [
		[/^## /, 'h'],
		[/^\d+\. /, '1'],
		[/^- /, '-'],
	];
	const lines = body.split('\n').filter((line) => line.trim() !== '');
	return lines.map((line) => kinds.find(([start]) => start.test(line))?.[1] ?? 'p').join('');
}

describe.each(['km', 'en'] as const)('help pages in %s', (locale) => {
	it('are there, each one', () => {
		expect(readdirSync(`${folder}/${locale}`).sort()).toEqual(files);
	});
	it.each(files)('%s says as much as the Vietnamese', (file) => {
		const [source, own] = [page('vi', file), page(locale, file)];
		expect(Object.keys(own.front)).toEqual(Object.keys(source.front));
		expect(own.front.order).toBe(source.front.order);
		expect(own.front.title).not.toBe(source.front.title);
		expect(shape(own.body)).toBe(shape(source.body));
	});
	it.each(files)('%s holds no other language', (file) => {
		const words = withoutNames(Object.values(page(locale, file).front).join(' ') + page(locale, file).body);
		if (locale === 'km') expect(words.match(latin)).toBeNull();
		else expect(words.match(notEnglish) ?? words.match(khmer)).toBeNull();
	});
});

it.each(files)('Khmer of %s is typed in the standard order', (file) => {
	const { front, body } = page('km', file);
	const text = `${front.title} ${front.summary} ${body}`;
	const found = Object.entries(khmerMistyped).filter(([, mistyped]) =>
		mistyped.test(text.replaceAll(/^\d+\./gm, '')),
	);
	expect(found.map(([name]) => name)).toEqual([]);
});

describe.each(locales)('help pages in %s name what stands on the screen', (locale) => {
	const titles = files.map((file) => page(locale, file).front.title);
	const shown = [...leavesOf(messagesFor(locale)).map((leaf) => say(leaf).text), ...titles]
		.join('\n')
		.toLowerCase();

	it.each(files)('%s', (file) => {
		const quoted = [...page(locale, file).body.matchAll(/[“«]([^”»]+)[”»]/g)].map(([, words]) => words ?? '');
		expect(quoted.filter((words) => !shown.includes(words.toLowerCase()))).toEqual([]);
	});
});
