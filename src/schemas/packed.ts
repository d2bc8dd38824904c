import type { Locale } from './names.ts';
import type { Node } from './node.ts';
import type { Feedback, Key, Question } from './question.ts';

/** A practice question with what judges an answer to it: it lies open, as practice may. */
export interface PackedCheck {
	question: Question;
	key: Key;
	feedback: Feedback;
}

/** A page of a package for another system: a lesson, or the questions of a practice quiz. */
export interface PackedPage {
	kind: 'lesson' | 'practice';
	title: string;
	locale: Locale;
	/** Addresses in it are those of files in the package. */
	nodes: Node[];
	checks: PackedCheck[];
}

/** What the script of the page reads: `<script id="data">`. */
export interface PageData {
	kind: PackedPage['kind'];
	locale: Locale;
	checks: PackedCheck[];
}
