/** Competences as courses, lessons, questions and tracks name them: by their code, or as `framework:code`. */
import { frameworkVersion, nameOf, readCompetence, type Competence } from '#domain/frameworks.ts';
import type { FrameworkFile } from '#schemas/framework.ts';
import { defaultFramework } from '#schemas/names.ts';
import type { Problems } from './problems.ts';
import type { Place } from './source.ts';
import { nearest } from './suggest.ts';

export interface Competences {
	/** By id, those with an error too; `version` is null where it could not be read. */
	frameworks: ReadonlyMap<string, { version: string | null; codes: ReadonlySet<string> }>;
	/** False when there is no framework, or one could not be read: then nothing is called unknown. */
	complete: boolean;
}

/** What names of competences mean in one file or course. */
export interface Naming {
	/** The framework of codes that stand alone; null where it cannot be told. */
	framework: string | null;
	/** Where to say that it cannot be told. */
	place: Place;
	known: Competences;
}

export function competencesOf(files: readonly FrameworkFile[]): Competences {
	const frameworks = files.map((file) => {
		const codes = file.domains.flatMap(({ competences }) => competences.map(({ id }) => id));
		return [file.id, { version: frameworkVersion(file), codes: new Set(codes) }] as const;
	});
	return { frameworks: new Map(frameworks), complete: files.length > 0 };
}

/** The framework of a course that names none: the only one at hand; the default where there is none at all. */
export function unnamedFramework({ frameworks }: Competences): string | null {
	const [only, another] = frameworks.keys();
	return another === undefined ? (only ?? defaultFramework) : null;
}

/** The whole name, `framework:code`. Only for names without an error. */
export function competenceName(written: string, { framework }: Naming): string {
	return nameOf(readCompetence(written, framework ?? defaultFramework));
}

/** Says that a framework is unknown, if it is. */
export function checkFrameworkId(id: string, place: Place, known: Competences, problems: Problems): boolean {
	if (!known.complete || known.frameworks.has(id)) return true;
	problems.add('framework-unknown', place, { id, suggestion: nearest(id, known.frameworks.keys()) });
	return false;
}

/** False when there is no such competence, or it cannot be told which is meant; it is said, once. */
export function checkCompetence(written: string, place: Place, naming: Naming, problems: Problems): boolean {
	const { known } = naming;
	const { framework, code } = readCompetence(written, naming.framework);
	if (framework === null) {
		problems.add('framework-unsaid', naming.place, { known: [...known.frameworks.keys()].sort() });
		return false;
	}
	// Of a code that stands alone, the line that names its framework is what is wrong.
	if (written === code && known.complete && !known.frameworks.has(framework)) return false;
	if (!checkFrameworkId(framework, place, known, problems)) return false;
	const codes = known.frameworks.get(framework)?.codes;
	if (!known.complete || codes?.has(code)) return true;
	const suggestion = meant({ framework, code }, written, known);
	problems.add('competence-unknown', place, { code: written, suggestion });
	return false;
}

/** The same code in another framework, else the nearest in the same; written as it was written. */
function meant({ framework, code }: Competence, written: string, known: Competences): string | undefined {
	const elsewhere = [...known.frameworks].find(([, other]) => other.codes.has(code))?.[0];
	if (elsewhere !== undefined) return nameOf({ framework: elsewhere, code });
	const near = nearest(code, known.frameworks.get(framework)?.codes ?? []);
	return near === undefined || written === code ? near : nameOf({ framework, code: near });
}
