import type { ComponentName } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Fragment } from './fragment.ts';
import { isComponent, type Tag } from './tags.ts';

/** Components that may stand in this text. */
export type AllowedTags = ReadonlySet<ComponentName>;

const maxDepth = 8;
/** These are answered or ticked by a form of their own, and forms cannot stand in one another. */
const ownForm: readonly string[] = ['Check', 'Try'];

/** The tags that are open, so that what reaches mdsvex is always balanced. */
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

	/** False when the tag must not stand here: it is left out. */
	open(tag: Tag): boolean {
		const place = this.#fragment.place(tag.start);
		const parent = this.#open.findLast((each) => isComponent(each.name));
		const forms = this.#open.some((each) => ownForm.includes(each.name)) && ownForm.includes(tag.name);
		const foreign = isComponent(tag.name) && !this.#allowed.has(tag.name);
		if (forms || foreign) {
			this.#problems.add('component-misplaced', place, { name: tag.name, parent: parent?.name });
		} else if (this.#open.length >= maxDepth) {
			this.#problems.add('too-complex', place, {});
		} else {
			this.#open.push(tag);
			return true;
		}
		return false;
	}

	/** What to close, innermost first; nothing when the tag was not open. */
	close(tag: Tag): string[] {
		const at = this.#open.findLastIndex((each) => each.name === tag.name);
		const inParagraph =
			this.#open.slice(at + 1).every((each) => !isComponent(each.name)) || isComponent(tag.name);
		if (at === -1 || !inParagraph) {
			const known = !isComponent(tag.name) || this.#allowed.has(tag.name);
			if (known) this.#problems.add('tag-unopened', this.#fragment.place(tag.start), { name: tag.name });
			return [];
		}
		const closed = this.#open.splice(at).reverse();
		for (const each of closed.slice(0, -1)) this.#reportUnclosed(each);
		return closed.map((each) => each.name);
	}

	/** Inline elements end with their paragraph at the latest. */
	endParagraph(): string[] {
		const at = this.#open.findLastIndex((each) => isComponent(each.name)) + 1;
		return this.#drop(at);
	}

	finish(): string[] {
		return this.#drop(0);
	}

	#drop(from: number): string[] {
		const closed = this.#open.splice(from).reverse();
		for (const each of closed) this.#reportUnclosed(each);
		return closed.map((each) => each.name);
	}

	#reportUnclosed(tag: Tag): void {
		this.#problems.add('tag-unclosed', this.#fragment.place(tag.start), { name: tag.name });
	}
}
