/** A compiled course as the pages of a package: its lessons, and its practice. What counts stays out, with its keys. */
import type { CompiledCourse, QuizEntry } from '#schemas/catalog.ts';
import { isPersonGraded, type Locale } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import type { PackedCheck, PackedPage } from '#schemas/packed.ts';
import type { Feedback, Key, Question, QuestionText } from '#schemas/question.ts';

export interface PackedFile {
	/** Path in the package. */
	href: string;
	page: PackedPage;
}

export interface PackedCourse {
	id: string;
	title: string;
	pages: PackedFile[];
	/** By path in the package. */
	media: Map<string, Uint8Array>;
	/** Titles of the quizzes that count: their keys are told to nobody. */
	leftOut: string[];
	/** Questions of practice that a person grades. */
	byPerson: string[];
}

/** In the language that the course was first written in. */
export function packCourse(compiled: CompiledCourse): PackedCourse {
	const { manifest } = compiled;
	const locale = manifest.sourceLocale;
	const packer = new Packer(compiled, locale);
	const lessons = manifest.outline.filter(({ kind }) => kind === 'lesson').map(({ id }) => packer.lesson(id));
	const quizzes = Object.entries(manifest.quizzes);
	const titleOf = ({ locales }: QuizEntry) => locales[locale]?.title ?? '';
	const practice = quizzes.filter(([, { kind }]) => kind === 'practice').map(([id]) => packer.practice(id));
	return {
		id: manifest.course,
		title: manifest.title[locale] ?? manifest.course,
		pages: [...lessons, ...practice],
		media: packer.media,
		leftOut: quizzes.filter(([, { kind }]) => kind !== 'practice').map(([, quiz]) => titleOf(quiz)),
		byPerson: [...packer.byPerson],
	};
}

class Packer {
	readonly media = new Map<string, Uint8Array>();
	readonly byPerson = new Set<string>();
	readonly #course: CompiledCourse;
	readonly #locale: Locale;

	constructor(course: CompiledCourse, locale: Locale) {
		this.#course = course;
		this.#locale = locale;
	}

	lesson(id: string): PackedFile {
		const entry = this.#course.manifest.lessons[id];
		const text = entry?.locales[this.#locale];
		const nodes = this.#nodes(this.#course.parts[text?.part ?? ''] as Node[]);
		const checks = this.#checks(entry?.checks ?? []);
		return this.#file('lessons', id, { kind: 'lesson', title: text?.title ?? id, nodes, checks });
	}

	practice(id: string): PackedFile {
		const quiz = this.#course.manifest.quizzes[id];
		const text = quiz?.locales[this.#locale];
		const nodes = this.#nodes((this.#course.parts[text?.intro ?? ''] ?? []) as Node[]);
		const checks = this.#checks(quiz?.questions ?? []);
		return this.#file('practice', id, { kind: 'practice', title: text?.title ?? id, nodes, checks });
	}

	#file(folder: string, id: string, page: Omit<PackedPage, 'locale'>): PackedFile {
		return { href: `${folder}/${id}.html`, page: { ...page, locale: this.#locale } };
	}

	#checks(ids: readonly string[]): PackedCheck[] {
		return ids.flatMap((id): PackedCheck[] => {
			const entry = this.#course.manifest.questions[id];
			const parts = entry?.locales[this.#locale];
			if (!entry || !parts || entry.status === 'retired') return [];
			if (isPersonGraded(entry.kind)) {
				this.byPerson.add((this.#course.parts[parts.text] as QuestionText).title);
				return [];
			}
			const text = this.#course.parts[parts.text] as QuestionText;
			const shown = (options: { id: string; content: Node[] }[] | undefined) =>
				options?.map((option) => ({ ...option, content: this.#nodes(option.content) }));
			const question = {
				...text,
				id,
				kind: entry.kind,
				points: entry.points,
				locale: this.#locale,
				body: this.#nodes(text.body),
				...(text.options && { options: shown(text.options) }),
				...(text.targets && { targets: shown(text.targets) }),
			} as Question;
			const key = this.#course.parts[entry.key] as Key;
			return [{ question, key, feedback: this.#course.parts[parts.feedback] as Feedback }];
		});
	}

	/** Media by their place in the package; links within the site are their words. */
	#nodes(nodes: readonly Node[]): Node[] {
		return nodes.flatMap((node): Node[] => {
			if (typeof node === 'string') return [node];
			const children = node.children && this.#nodes(node.children);
			const { href } = node.attrs ?? {};
			if (node.name === 'a' && href?.startsWith('/') && !this.#mediaAt(href)) return children ?? [];
			const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => [
				name,
				this.#mediaAt(value) ?? value,
			]);
			return [
				{
					...node,
					...(node.attrs && { attrs: Object.fromEntries(attrs) as Record<string, string> }),
					...(children && { children }),
				},
			];
		});
	}

	/** A file of the course is addressed by its hash and its name; here from a page of the package. */
	#mediaAt(address: string): string | undefined {
		const [name = '', hash = ''] = address.split('/').reverse();
		const file = Object.hasOwn(this.#course.media, hash) ? this.#course.media[hash] : undefined;
		if (!file) return undefined;
		const path = `media/${hash.slice(0, 12)}-${name}`;
		this.media.set(decodeURIComponent(path), file.bytes);
		return `../${path}`;
	}
}
