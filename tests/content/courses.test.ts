import { beforeAll, describe, expect, it } from 'vitest';
import { compileCourses, type CompileResult } from '#content/compile.ts';
import { readCourses } from '#content/read.ts';
import { today } from './helpers.ts';

/** The courses of this repository. */
describe('courses/', () => {
	let result: CompileResult;
	beforeAll(async () => {
		result = await compileCourses(await readCourses('courses'), { today, locale: 'en' });
	});

	it('compile without an error', () => {
		expect(result.errors.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
		expect(result.withheld).toEqual([]);
		expect(Object.keys(result.courses).length).toBeGreaterThan(0);
		expect(Object.keys(result.frameworks)).toContain('tt02-2025');
		expect(Object.keys(result.tracks).length).toBeGreaterThan(0);
	});

	it('have lessons that a weak network can carry', () => {
		const heavy = result.warnings.filter(({ code }) => ['lesson-heavy', 'media-heavy'].includes(code));
		expect(heavy).toEqual([]);
	});

	it('have no translation that is out of date', () => {
		expect(result.warnings.filter(({ code }) => code === 'translation-stale')).toEqual([]);
	});

	it('need only what they have', () => {
		for (const { manifest, parts } of Object.values(result.courses)) {
			expect(manifest.requires.lessons.every((id) => Object.hasOwn(manifest.lessons, id))).toBe(true);
			expect(manifest.requires.quizzes.every((id) => Object.hasOwn(manifest.quizzes, id))).toBe(true);
			for (const { checks } of Object.values(manifest.lessons)) {
				for (const id of checks)
					expect(manifest.quizzes[manifest.questions[id]?.quiz ?? '']?.kind).toBe('practice');
			}
			for (const { key } of Object.values(manifest.questions)) expect(parts[key]).toHaveProperty('kind');
		}
	});
});
