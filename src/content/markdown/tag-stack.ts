import type { ComponentName } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Fragment } from './fragment.ts';
import type { Tag } from './tag.ts';
import { isComponent } from './tags.ts';

/** Components that may stand in this text. */
export type AllowedTags = ReadonlySet<ComponentName>;

const maxDepth = 8;
/** These are answered or ticked by a form of their own, and forms cannot stand in one another. */
const ownForm: readonly string[] = ['Check', 'Try'];

/** The tags that are open, so that what reaches the Markdown parser is always balanced. */
export class TagStack {
	readonly #fragment: Fragment;
	readonly #allowed: AllowedTags;
	readonly #problems: Problems;
	#open: Tag[] = [];

	constructor(fragment: Fragment, allowed: AllowedTags, problems: Problems) {
		this.#fragment = fragment;
		this.#allowed = allowed;
		this.#problems = problems;
	}

	/** Open boxes that a line of colons closes. */
	get directives(): Tag[] {
		return this.#open.filter(({ directive }) => directive);
	}

	/** False when the tag must not stand here: it is left out. */
	open(tag: Tag): boolean {
		const place = this.#fragment.place(tag.start);
		const parent = this.#open.findLast(({ block }) => block);
		const forms = this.#open.some((each) => ownForm.includes(each.name)) && ownForm.includes(tag.name);
		const foreign = isComponent(tag.name) && !this.#allowed.has(tag.name);
		if (forms || foreign) {
			this.#problems.add('component-misplaced', place, { name: tag.name, parent: parent?.name });
		} else if (this.#open.length >= maxDepth) {
			this.#problems.add('too-complex', place, {
				what: 'tags',
				size: this.#open.length + 1,
				limit: maxDepth,
			});
		} else {
			this.#open.push(tag);
			return true;
		}
		return false;
	}

	/** What to close, innermost first; nothing when the tag was not open. */
	close(tag: Tag): Tag[] {
		const at = this.#open.findLastIndex((each) => each.name === tag.name);
		const inParagraph = this.#open.slice(at + 1).every(({ block }) => !block) || tag.block;
		if (at === -1 || !inParagraph) {
			const known = !isComponent(tag.name) || this.#allowed.has(tag.name);
			if (known) this.#problems.add('tag-unopened', this.#fragment.place(tag.start), { name: tag.name });
			return [];
		}
		const closed = this.#open.splice(at).reverse();
		for (const each of closed.slice(0, -1)) this.#reportUnclosed(each);
		return closed;
	}

	/** Inline elements end with their paragraph at the latest. */
	endParagraph(): Tag[] {
		const at = this.#open.findLastIndex(({ block }) => block) + 1;
		return this.#drop(at);
	}

	finish(): Tag[] {
		return this.#drop(0);
	}

	#drop(from: number): Tag[] {
		const closed = this.#open.splice(from).reverse();
		for (const each of closed) this.#reportUnclosed(each);
		return closed;
	}

	#reportUnclosed(tag: Tag): void {
		const place = this.#fragment.place(tag.start);
		if (tag.directive) this.#problems.add('box-unclosed', place, {});
		else this.#problems.add('tag-unclosed', place, { name: tag.name });
	}
}
