/**
 * The authors' examples (`docs/question-kinds.quiz.md`), compiled by the course compiler itself while the pages are built:
 * `virtual:question-kinds` gives each question with its Markdown, what decides its verdict, and the pictures in it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { readQuizAlone as ReadQuizAlone } from '../src/content/quiz-alone.ts';

const name = 'virtual:question-kinds';
const file = path.resolve('docs/question-kinds.quiz.md');
const compiled = path.resolve('.svelte-kit/question-kinds');

export function questionKinds(): Plugin {
	return {
		name: 'cung-hoc:question-kinds',
		resolveId: (id) => (id === name ? `\0${name}` : null),
		async load(id) {
			if (id !== `\0${name}`) return null;
			this.addWatchFile(file);
			return `export const examples = ${JSON.stringify(await readExamples())};`;
		},
	};
}

async function readExamples() {
	const { readQuizAlone } = await compiler();
	const { questions, errors, raw } = readQuizAlone('question-kinds.quiz.md', readFileSync(file), {
		locale: 'vi',
		says: 'en',
	});
	if (errors.length > 0) throw new Error(errors.map(({ line, message }) => `${line}: ${message}`).join('\n'));
	const written = markdownOf(raw);
	return questions.map(({ id, asked, key, text, feedback }, index) => ({
		markdown: written[index],
		question: withPictures({
			...text,
			id,
			kind: asked.kind,
			points: asked.points,
			locale: 'vi',
			...(asked.survey && { survey: true }),
			...(/^## .*\.confidence/m.test(written[index] ?? '') && { confidence: true }),
		}),
		key,
		feedback,
	}));
}

/** From one question to the next; a case belongs to the question after it. */
function markdownOf(raw: string): string[] {
	const [, ...parts] = raw.split(/^(?=## |:::case )/m);
	return parts.reduce<string[]>((all, part, index) => {
		const isAfterCase = index > 0 && parts[index - 1]!.startsWith(':::case ');
		return isAfterCase ? [...all.slice(0, -1), `${all.at(-1)}\n\n${part.trim()}`] : [...all, part.trim()];
	}, []);
}

/** Pictures lie beside the file; they are small, and go into the page. */
function withPictures<T>(value: T): T {
	const text = JSON.stringify(value).replace(/"src":"(media\/[\w.-]+\.svg)"/g, (_, picture: string) => {
		const svg = readFileSync(path.resolve('docs', picture)).toString('base64');
		return `"src":"data:image/svg+xml;base64,${svg}"`;
	});
	return JSON.parse(text) as T;
}

/** This process does not read TypeScript by itself. */
async function compiler(): Promise<{ readQuizAlone: typeof ReadQuizAlone }> {
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			ssr: path.resolve('src/content/quiz-alone.ts'),
			outDir: compiled,
			emptyOutDir: true,
			target: 'node20',
			rollupOptions: { output: { entryFileNames: 'quiz-alone.js' } },
		},
	});
	return import(`${pathToFileURL(compiled).href}/quiz-alone.js?${Date.now()}`) as never;
}
