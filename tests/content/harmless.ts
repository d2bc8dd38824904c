import { expect } from 'vitest';
import type { CompileResult } from '#content/compile.ts';
import { componentAttributes, elementNames, type Node } from '#schemas/node.ts';
import { compile, type Files } from './helpers.ts';

/** Whatever is compiled of these files: names, attributes and addresses are all on the lists. Gives what was compiled. */
export async function expectHarmless(files: Files): Promise<CompileResult> {
	const compiled = await compile(files);
	const allowed = new Set<string>([...elementNames, ...Object.keys(componentAttributes)]);
	const visit = (node: Node): void => {
		if (typeof node === 'string') return;
		expect(allowed).toContain(node.name);
		for (const [name, value] of Object.entries(node.attrs ?? {})) {
			expect(name).toMatch(
				/^(href|title|align|start|id|src|alt|caption|captions|poster|question|summary|bytes|download|width|height)$/,
			);
			if (name === 'href')
				expect(value).toMatch(
					/^(https?:\/\/|mailto:|tel:|#h-|#n-\d|\/courses\/|\/api\/media\/[0-9a-f]{32}\/)/,
				);
			if (['src', 'captions', 'poster'].includes(name))
				expect(value).toMatch(/^\/api\/media\/[0-9a-f]{32}\//);
		}
		for (const child of node.children ?? []) visit(child);
	};
	for (const { parts } of Object.values(compiled.courses)) {
		for (const part of Object.values(parts)) {
			if (Array.isArray(part)) part.forEach(visit);
			else if ('body' in part)
				[...part.body, ...(part.options ?? []).flatMap(({ content }) => content)].forEach(visit);
		}
	}
	return compiled;
}
