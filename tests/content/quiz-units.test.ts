/** Numbers with a unit, from the author's file to what is stored. */
import { describe, expect, it } from 'vitest';
import { publishedIds } from '#content/compile.ts';
import { compile, findings, quiz, type Files, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const body = (unit: string, line: string) => `## Bao xa? {#q${unit}}\n\n= ${line}\n`;
const khmer = (unit: string, line: string): Files => ({
	...quiz(body(' unit=optional', '35 ± 0,5 km | cây số')),
	'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\nក\n',
	'demo/km/02-hoi.quiz.md': `---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n${body(unit, line)}`,
});

describe('numbers with a unit', () => {
	it('may be typed with it, or must', async () => {
		const optional = await readQuestion(quiz(body(' unit=optional', '35 ± 0,5 km | cây số')));
		const bounds = { kind: 'number', low: 34.5, high: 35.5, shown: 35 };
		expect(optional.key).toEqual({ ...bounds, units: { vi: ['km', 'cây số'] } });
		expect(optional.text.unit).toBe('km');
		const required = await readQuestion(quiz(body(' unit=required', '34,5..35,5 km | cây số')));
		expect(required.key).toEqual({ ...bounds, units: { vi: ['km', 'cây số'] }, needsUnit: true });
		expect(required.text).toMatchObject({ needsUnit: true });
		expect(required.text).not.toHaveProperty('unit');
	});

	it.each([
		['no unit', ' unit=optional', '35', ['9:1 unit-missing']],
		['an empty one', ' unit=optional', '35 km | ', ['9:1 number-unreadable']],
		['a unit on either side', ' unit=optional', '35 km..36 km', ['9:1 number-unreadable']],
		['no number', ' unit=optional', 'km', ['9:1 number-unreadable']],
		['another policy', ' unit=never', '35 km', ['7:16 item-value-unknown', '9:1 number-unreadable']],
		['no policy', '', '35 ± 1 km', ['9:1 number-unreadable']],
		['words', '', '35 km', ['9:1 digits-as-words']],
	])('are told of where they are wrong: %s', async (_, unit, line, wanted) => {
		expect(await findings(quiz(body(unit, line)), file)).toEqual(wanted);
	});

	it('are of numbers alone', async () => {
		const single = quiz('## A {#q unit=optional}\n\n- [x] a {#a}\n- [ ] b {#b}\n');
		expect(await findings(single, file)).toEqual(['7:10 unit-unused']);
	});

	it('have the units of each language', async () => {
		const all = khmer(' unit=optional', '35 ± 0,5 គីឡូម៉ែត្រ');
		const { course, key, text } = await readQuestion(all, 'km');
		expect(key).toMatchObject({ units: { vi: ['km', 'cây số'], km: ['គីឡូម៉ែត្រ'] } });
		expect(text.unit).toBe('គីឡូម៉ែត្រ');
		const published = { demo: publishedIds(course.manifest, course.parts) };
		const broken = { ...all, 'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\n<Tip>\n' };
		const { courses } = await compile(broken, { published });
		expect(courses.demo?.manifest.questions).toEqual(course.manifest.questions);
	});

	it.each([
		['none', ' unit=optional', '35 ± 0,5', 'translation-unit-missing'],
		['another number', ' unit=optional', '36 km', 'translation-key'],
		['another policy', ' unit=required', '35 ± 0,5 km', 'translation-differs'],
	])('are held against the source: %s', async (_, unit, line, code) => {
		const { errors } = await compile(khmer(unit, line));
		expect(errors.map((each) => each.code)).toContain(code);
	});
});
