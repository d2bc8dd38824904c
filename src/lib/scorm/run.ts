/** The script of a page in a package: judges answers by the rules of the server, and tells the system around it. */
import { askedOf } from '#domain/questions/asked.ts';
import { readAnswer, verdict } from '#domain/questions/grade.ts';
import type { Answer } from '#schemas/question.ts';
import { AnswerForm } from '#lib/enhance/answer-form.ts';
import { showVerdict } from '#lib/enhance/verdict-box.ts';
import { Lms } from './lms.ts';
import type { PackedCheck, PageData } from '#schemas/packed.ts';

const { kind, locale, checks } = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
const lms = new Lms(window);
const answers = new Map<string, Answer>(readKept());
const scores = new Map<string, number>();

function readKept(): [string, Answer][] {
	try {
		return Object.entries(JSON.parse(lms.kept) as Record<string, Answer>);
	} catch {
		return [];
	}
}

/** Whether the answer could be judged. */
function judge(form: HTMLFormElement, { question, key, feedback }: PackedCheck, answer: Answer): boolean {
	const asked = askedOf(question);
	if (answer === null || !readAnswer(asked, answer, locale).ok) return false;
	const told = verdict({ question: asked, key, feedback, answer, locale, show: 'all' });
	scores.set(question.id, told.score);
	showVerdict(form, told, '');
	return true;
}

function tell(): void {
	const points = checks.reduce((sum, { question }) => sum + question.points, 0);
	const scored = [...scores.values()].reduce((sum, score) => sum + score, 0);
	if (points > 0) lms.score((100 * scored) / points);
	if (kind === 'practice' && checks.every(({ question }) => answers.has(question.id))) lms.complete();
	lms.keep(JSON.stringify(Object.fromEntries(answers)));
	lms.commit();
}

for (const check of checks) {
	const { id } = check.question;
	const form = document.querySelector<HTMLFormElement>(`form[data-question="${id}"]`);
	if (!form) continue;
	const fields = new AnswerForm(form);
	const before = answers.get(id);
	if (before !== undefined) {
		fields.fill(before);
		judge(form, check, before);
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const answer = fields.given();
		const isJudged = judge(form, check, answer);
		const nothing = form.querySelector<HTMLElement>('[data-nothing]');
		if (nothing) nothing.hidden = isJudged;
		if (!isJudged) return;
		answers.set(id, answer);
		tell();
	});
}

const button = document.querySelector<HTMLElement>('[data-done]');
function showDone(): void {
	const line = document.querySelector<HTMLElement>('[data-is-done]');
	if (line) line.hidden = false;
	button?.remove();
}
if (lms.status === 'completed') showDone();
button?.addEventListener('click', () => {
	lms.complete();
	lms.commit();
	showDone();
});

const alone = document.querySelector<HTMLElement>('[data-alone]');
if (alone) alone.hidden = lms.isThere;
addEventListener('pagehide', () => lms.finish());
