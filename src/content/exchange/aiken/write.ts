import { Rejected, type Item, type Rich } from '../item.ts';
import { plainText } from '../rich.ts';

/** One right option, in plain words. @throws Rejected */
export function writeAikenItem({ question, body }: Item): string {
	if (body.kind !== 'single') throw new Rejected('kind-not-held');
	if (body.options.length > 26) throw new Rejected('words-not-held');
	const lines = question.map((block) => plainText([block])).filter((line) => line !== '');
	const isOurs = (line: string) => /^[A-Z]\s*[.)]\s/.test(line) || /^ANSWER\s*:/i.test(line);
	if (lines.some(isOurs)) throw new Rejected('words-not-held');
	const letter = (index: number) => String.fromCharCode(65 + index);
	const option = (content: Rich, index: number) => {
		const words = plainText(content);
		if (words === '') throw new Rejected('words-not-held');
		return `${letter(index)}. ${words}`;
	};
	const right = body.options.findIndex((each) => each.right);
	return [
		...lines,
		...body.options.map(({ content }, index) => option(content, index)),
		`ANSWER: ${letter(right)}`,
	].join('\n');
}

export function writeAiken(parts: readonly string[]): string {
	return `${parts.join('\n\n')}\n`;
}
