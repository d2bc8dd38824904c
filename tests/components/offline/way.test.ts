/** Pages of courses that a device keeps say how far their reader is, by the components of the server and in one language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderer as en } from '../../../src/routes/(plain)/on-device/en.ts';
import { renderer as km } from '../../../src/routes/(plain)/on-device/km.ts';
import { renderer as vi } from '../../../src/routes/(plain)/on-device/vi.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/names.ts';
import type { CourseView } from '#schemas/views/courses.ts';

const lesson = (id: string, locale: Locale, n: number) => ({
	id,
	title: id,
	locale,
	takes: n,
	required: true,
});
/** Three lessons in two parts, and an exam. */
function kept(locale: Locale): CourseView {
	const lessons = ['mot', 'hai', 'ba'].map((id, index) => lesson(id, locale, index + 4));
	const exam = { ...lesson('cuoi', locale, 9), kind: 'exam', questions: 8, pass: 0.8 };
	const items = [...lessons.map(({ id }) => ({ kind: 'lesson', id })), { kind: 'quiz', id: 'cuoi' }];
	const part = (id: string, from: number, to: number) => {
		return { id, title: id, locale, picture: null, takes: 9, items: items.slice(from, to) };
	};
	const course = {
		id: 'khoa',
		title: 'Khóa',
		version: '1',
		locale,
		locales: [locale],
		groups: ['elderly'],
		takes: 24,
		certificate: true,
		certificateTitle: 'Đã học',
		validFor: 'P2Y',
		outline: items,
		parts: [part('dau', 0, 2), part('sau', 2, 4)],
		lessons,
		quizzes: [exam],
		skills: [],
	};
	return {
		me: null,
		address: 'bác',
		course,
		progress: null,
		done: [],
		next: null,
		frameworks: [],
	} as unknown as CourseView;
}

const all = { vi, km, en };
describe.each(Object.entries(all))('in %s', (name, renderer) => {
	const locale = name as Locale;
	const t = messagesFor(locale, 'bác');
	const words = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');

	it.each([
		[['lesson/mot'], t.course.continueLesson({ n: 2 }), 1],
		[['lesson/mot', 'lesson/hai', 'lesson/ba'], t.course.continueQuiz, 3],
		[['lesson/mot', 'lesson/hai', 'lesson/ba', 'quiz/cuoi'], t.course.getCertificate, 4],
	])('a course of which %j is done leads on', (done, button, n) => {
		const html = renderer.course(kept(locale), { done, issued: null });
		expect(words(html)).toContain(button);
		expect(html.match(/<a [^>]*class="done /g)).toHaveLength(n);
		if (n < 4) expect(words(html)).toContain(t.course.progress({ done: n, total: 4 }));
		expect(html, 'a word that is missing').not.toMatch(/undefined|\[object/);
	});

	it('a lesson that was done just now ends as it does with a network', () => {
		const here = { id: 'hai', isNew: true, allTried: true };
		const html = renderer.lesson(kept(locale), { done: ['lesson/mot', 'lesson/hai'], issued: null }, here);
		expect(words(html)).toContain(t.lesson.finished({ n: 2, left: 1 }));
		expect(words(html)).toContain(t.lesson.finishedPart({ title: 'dau' }));
		expect(words(html)).toContain(t.lesson.onwardLesson({ title: 'ba' }));
		expect(html, 'a word that is missing').not.toMatch(/undefined|\[object/);
		const last = renderer.lesson(
			kept(locale),
			{ done: ['lesson/mot', 'lesson/hai', 'lesson/ba', 'quiz/cuoi'], issued: null },
			{ id: 'ba', isNew: true, allTried: false },
		);
		expect(words(last)).toContain(t.lesson.finishedAll({ of: 3 }));
		expect(last, 'a word that is missing').not.toMatch(/undefined|\[object/);
	});

	it('the start page leads to where its reader was', () => {
		const html = renderer.home(kept(locale), { done: ['lesson/mot'], issued: null });
		expect(words(html)).toContain(t.course.continueLesson({ n: 2 }));
		expect(html, 'a word that is missing').not.toMatch(/undefined|\[object/);
	});

	it('brings no other language', () => {
		const code = readFileSync(`src/routes/(plain)/on-device/${locale}.ts`, 'utf8');
		const languages = [...code.matchAll(/#messages\/(\w+)\//g)].map(([, language]) => language);
		expect(new Set(languages)).toEqual(new Set([locale]));
	});
});
