import type { QuestionKind, Verdict } from '#schemas/question.ts';
import { answerInWords } from './answer-words.ts';

/** The page brings a verdict of each tone as `template[data-verdict]`; here its words are put in. */
export function showVerdict(form: HTMLFormElement, verdict: Verdict, state: string): void {
	const template = document.querySelector<HTMLTemplateElement>(
		`template[data-verdict="${form.dataset.survey === undefined ? toneOf(verdict) : 'thanks'}"]`,
	);
	if (!template) return;
	const box = template.content.cloneNode(true) as DocumentFragment;
	const { feedback = '', remarks, explanation = '', written = [], solution } = verdict;
	fill(box, 'feedback', remarks ? '' : feedback);
	fill(box, 'remarks', remarks ? ' ' : '');
	box.querySelector('[data-part-remarks]')?.replaceChildren(
		...(remarks ?? []).map(({ option, text }) => {
			const item = document.createElement('li');
			const words = answerInWords(form, form.dataset.kind as QuestionKind, [option]).join('');
			item.append(
				Object.assign(document.createElement('strong'), { textContent: words }),
				document.createElement('br'),
				text,
			);
			return item;
		}),
	);
	fill(box, 'explanation', explanation);
	fill(box, 'written', written.join(', '));
	const isToBeTold = verdict.correct !== true && solution !== undefined;
	const lines = isToBeTold ? answerInWords(form, form.dataset.kind as QuestionKind, solution) : [];
	fill(box, 'solution', lines.length > 0 ? ' ' : '');
	const list = box.querySelector('[data-part-solution] ul');
	list?.replaceChildren(
		...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
	);
	fill(box, 'state', state);
	const sure = new FormData(form).get('confidence');
	for (const line of box.querySelectorAll<HTMLElement>('[data-sure]'))
		if (line.dataset.sure !== sure) line.remove();
	placeIn(form).replaceChildren(box);
}

/** There is no verdict yet. */
export function showHeld(form: HTMLFormElement, words: string): void {
	const line = Object.assign(document.createElement('p'), { className: 'small', textContent: words });
	line.setAttribute('role', 'status');
	placeIn(form).replaceChildren(line);
}

function toneOf({ correct }: Verdict): string {
	if (correct === 'partially') return 'partly';
	return correct ? 'right' : 'wrong';
}

/** Parts for which nothing is said go. */
function fill(box: DocumentFragment, name: string, words: string): void {
	for (const part of box.querySelectorAll<HTMLElement>(`[data-part-${name}]`)) {
		if (words === '') part.remove();
		else (part.querySelector('[data-words]') ?? part.querySelector('ul') ?? part).textContent = words;
	}
}

function placeIn(form: HTMLFormElement): HTMLElement {
	const there = form.querySelector<HTMLElement>('[data-judged]');
	if (!there) throw new Error('A check has no place for its verdict.');
	there.hidden = false;
	form.querySelector('.verdict')?.remove();
	return there;
}
