/** Parse: a quiz file by itself. */
import { QuizHead } from '#schemas/author.ts';
import type { Locale } from '#schemas/common.ts';
import type { ComponentName, Node } from '#schemas/node.ts';
import { readReferences, type References } from '../content-tree.ts';
import type { ContentFile } from '../layout.ts';
import { decodeOrReport, readIdentity, type ParsedFile } from '../lesson.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import type { Problems } from '../problems.ts';
import { readFrontMatter } from '../yaml/front-matter.ts';
import { readBlocks } from './blocks.ts';
import type { ParsedQuestion } from './parsed.ts';
import { readCase, type ParsedCase } from './cases.ts';
import { bodyComponents, readQuestion } from './question.ts';
import { readSettings, type QuizSettings } from './settings.ts';

export interface ParsedQuiz extends ParsedFile {
	settings: QuizSettings;
	intro: Node[];
	references: References;
	questions: ParsedQuestion[];
	/** What several questions are about. */
	cases: ParsedCase[];
}

const introComponents: ReadonlySet<ComponentName> = new Set(['Figure', 'Tip', 'Warning', 'Details']);

export function readQuiz(file: ContentFile, locale: Locale, problems: Problems): ParsedQuiz | null {
	const text = decodeOrReport(file, problems);
	if (!text) return null;
	const head = readFrontMatter(text, QuizHead, 'quiz', problems);
	const blocks = readBlocks(text, head.bodyStart, problems);
	const tree = readMarkdown(text, blocks.intro, { components: introComponents, takesTitle: true }, problems);
	const questions: ParsedQuestion[] = [];
	for (const block of blocks.questions) questions.push(readQuestion(text, block, locale, problems));
	if (questions.length === 0) problems.add('quiz-empty', text.place(head.bodyStart), {});
	const references = readReferences(tree, text, problems, 'question');
	const settings = readSettings(head, problems);
	return {
		...readIdentity(file, text, head, tree.title, problems),
		settings,
		intro: tree.nodes,
		references,
		questions,
		cases: blocks.cases.map((block) => readCase(text, block, bodyComponents, problems)),
	};
}
