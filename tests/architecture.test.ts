import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which, or only its types; npm packages are named only where a room is held to a list. */
const rooms: Record<string, { rooms: string[]; types?: string[]; packages?: RegExp }> = {
	schemas: { rooms: [], packages: /^typebox$/ },
	domain: { rooms: ['schemas'], packages: /^$/ },
	messages: { rooms: [], types: ['schemas'], packages: /^$/ },
	content: { rooms: ['schemas', 'domain', 'messages'] },
	server: { rooms: ['schemas', 'domain', 'messages', 'content'] },
	cli: { rooms: ['server', 'content', 'domain', 'messages', 'schemas'] },
	lib: { rooms: ['schemas', 'domain', 'messages'] },
	routes: { rooms: ['lib', 'schemas', 'messages'] },
};
/** Files directly in src/ belong to the pages. */
const pagesShell = 'routes';

interface Import {
	from: string;
	target: string;
	typeOnly: boolean;
	/** By `import()`: a browser fetches it when it comes to that, not before. */
	later: boolean;
}

const sources = walk('src').filter((file) => /\.(ts|js|svelte)$/.test(file) && !file.endsWith('.d.ts'));
const imports = sources.flatMap(importsOf);
const resolved = imports.flatMap((one) => {
	const file = resolveLocal(one);
	return file ? [{ ...one, file }] : [];
});

describe('rooms', () => {
	it('finds imports at all', () => {
		expect(resolved.length).toBeGreaterThan(200);
	});

	it('import only the rooms they may', () => {
		const breaches = resolved
			.filter(({ from, file, typeOnly }) => {
				const [a, b] = [roomOf(from), roomOf(file)];
				const may = [...(rooms[a]?.rooms ?? []), ...(typeOnly ? (rooms[a]?.types ?? []) : [])];
				return a !== b && !may.includes(b);
			})
			.map(({ from, file }) => `${from} -> ${file}`);
		expect(breaches).toEqual([]);
	});

	it('import only the packages they may', () => {
		const breaches = imports
			.filter((one) => isPackage(one.target))
			.filter(({ from, target }) => rooms[roomOf(from)]?.packages?.test(target) === false)
			.map(({ from, target }) => `${from} -> ${target}`);
		expect(breaches).toEqual([]);
	});

	it('every folder of src is a room', () => {
		const folders = readdirSync('src').filter((name) => statSync(path.join('src', name)).isDirectory());
		expect(folders.filter((name) => !(name in rooms))).toEqual([]);
	});
});

describe('what a browser loads', () => {
	/** Any component may come to stand on a page that runs in the browser. */
	const mayRun = sources.filter((file) => isEntry(file) || /^src\/(lib|routes)\/.*\.svelte$/.test(file));
	/** What does run there: the enhancement script, and pages outside the group that is made on the server alone. */
	const doesRun = sources.filter(
		(file) =>
			isEntry(file) || /^src\/routes\/(?!\(plain\)\/)(.*\/)?\+(page|layout|error)\.svelte$/.test(file),
	);

	it('is found at all', () => {
		expect(mayRun.length).toBeGreaterThan(80);
		expect(loadedBy(mayRun)).toContain('src/schemas/names.ts');
		expect(doesRun).toContain('src/routes/+layout.svelte');
		expect(loadedBy(doesRun)).toContain('src/lib/frame.ts');
	});

	it('holds no schema library, neither at once nor later', () => {
		const loaded = loadedBy(mayRun, { later: true });
		const breaches = imports
			.filter(({ from, target, typeOnly }) => loaded.has(from) && /^typebox/.test(target) && !typeOnly)
			.map(({ from }) => from);
		expect(breaches).toEqual([]);
	});

	it('holds no words at once, and later only those that are loaded by area and language', () => {
		const words = (file: string) => /^src\/messages\/(index|commands|[a-z]+\/.*)\.ts$/.test(file);
		expect([...loadedBy(doesRun)].filter(words)).toEqual([]);
		const later = resolved.filter(({ from, later }) => later && loadedBy(doesRun).has(from));
		const loaders = later.filter(({ file }) => words(file)).map(({ from }) => from);
		expect([...new Set(loaders)]).toEqual(['src/messages/load.ts']);
		expect([...loadedBy(doesRun, { later: true })]).not.toContain('src/messages/index.ts');
	});

	it('leaves no words to the languages of the browser, which may lack Khmer', () => {
		const formatting = /\bIntl\.|\.toLocale(Date|Time)?String\(/;
		const breaches = [...loadedBy(doesRun, { later: true })].filter((file) =>
			formatting.test(withoutComments(readFileSync(file, 'utf8'))),
		);
		// Figures alone are taken there, as `tests/components/time.test.ts` shows.
		expect(breaches).toEqual(['src/lib/time.ts']);
	});

	it('is no component that asks for all words', () => {
		const breaches = [...loadedBy(doesRun, { later: true })].filter((file) => file === 'src/lib/context.ts');
		expect(breaches).toEqual([]);
	});
});

describe('the wire', () => {
	const others = (...homes: string[]) =>
		walk('src')
			.filter((file) => /\.(ts|js|svelte|md|html)$/.test(file) && !homes.includes(file))
			.map((file) => ({ file, code: withoutComments(readFileSync(file, 'utf8')) }));

	it('has the paths of the API in one place', () => {
		const breaches = others('src/schemas/paths.ts', 'src/schemas/address.ts')
			.filter(({ code }) => /(^|[^\w.#])\/api\b/.test(code))
			.map(({ file }) => file);
		expect(breaches).toEqual([]);
	});

	it('has the codes of problems read in one place', () => {
		const breaches = others('src/schemas/failures.ts')
			.filter(({ code }) => code.includes('urn:cung-hoc:problem'))
			.map(({ file }) => file);
		expect(breaches).toEqual([]);
	});
});

describe('circles', () => {
	it('there is none', () => {
		expect(findCircle()).toEqual([]);
	});
});

describe('domain', () => {
	const forbidden =
		/\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\b|\bcrypto\b|\bfetch\(|\bperformance\b/;
	it.each(sources.filter((file) => roomOf(file) === 'domain'))(
		'%s reads no clock, chance or environment',
		(file) => {
			const code = withoutComments(readFileSync(file, 'utf8'));
			expect(code.match(forbidden)?.[0]).toBeUndefined();
		},
	);
});

describe('server features', () => {
	const features = readdirSync('src/server').filter(
		(name) => statSync(path.join('src/server', name)).isDirectory() && !['db', 'plugins'].includes(name),
	);
	const featureOf = (file: string) => features.find((name) => file.startsWith(`src/server/${name}/`));

	/** Who stands on whom; those of one floor know nothing of each other. */
	const floors = [
		['limits', 'uploads'],
		['accounts', 'courses'],
		['learning'],
		['attempts'],
		['progress', 'analysis', 'grading', 'rooms'],
		['certificates'],
		['merging', 'rescues', 'regrading', 'paper'],
		['own-data'],
		['views'],
		['jobs'],
	];
	const floorOf = (feature: string) => floors.findIndex((floor) => floor.includes(feature));

	it('stand on floors, and import from lower ones alone', () => {
		expect([...features].sort()).toEqual(floors.flat().sort());
		const breaches = resolved
			.map(({ from, file }) => ({ from, file, own: featureOf(from), other: featureOf(file) }))
			.filter(({ own, other }) => own && other && own !== other && floorOf(own) <= floorOf(other))
			.map(({ from, file }) => `${from} -> ${file}`);
		expect(breaches).toEqual([]);
	});

	it('have tables below them all', () => {
		const breaches = resolved
			.filter(({ from, file }) => from.startsWith('src/server/db/') && featureOf(file))
			.map(({ from, file }) => `${from} -> ${file}`);
		expect(breaches).toEqual([]);
	});

	it('never import another feature’s routes', () => {
		const breaches = resolved
			.filter(({ from, file }) => /routes\.ts$/.test(file) && from !== 'src/server/app.ts' && featureOf(file))
			.filter(({ from, file }) => featureOf(from) !== featureOf(file))
			.map(({ from, file }) => `${from} -> ${file}`);
		expect(breaches).toEqual([]);
	});

	it('keep SQL in stores', () => {
		const breaches = resolved
			.filter(({ file, typeOnly }) => file.startsWith('src/server/db/tables/') && !typeOnly)
			.filter(({ from }) => featureOf(from) && !/store\.ts$/.test(from))
			.map(({ from }) => from);
		expect(breaches).toEqual([]);
	});

	it('routes hold no SQL and stores know no routes', () => {
		const breaches = resolved.filter(
			({ from, file }) =>
				(/routes\.ts$/.test(from) && file.startsWith('src/server/db/tables/')) ||
				(/store\.ts$/.test(from) && /routes\.ts$/.test(file)),
		);
		expect(breaches).toEqual([]);
	});
});

describe('content', () => {
	it('touches files in read.ts alone', () => {
		const readers = imports
			.filter(({ from, target }) => roomOf(from) === 'content' && /^node:fs/.test(target))
			.map(({ from }) => from);
		expect([...new Set(readers)]).toEqual(['src/content/read.ts']);
	});
});

function walk(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const file = path.posix.join(folder, name);
		return statSync(file).isDirectory() ? walk(file) : [file];
	});
}

/** Stands beside pages and runs in both places, or is the script of the plain ones. */
function isEntry(file: string): boolean {
	const shared = ['src/lib/enhance/main.ts', 'src/hooks.ts'];
	return shared.includes(file) || /^src\/routes\/(?!\(plain\)\/)(.*\/)?\+(page|layout)\.ts$/.test(file);
}

/** What a browser has once it has these: what they import, and with `later` also what they may import one day. */
function loadedBy(roots: string[], { later = false } = {}): Set<string> {
	const loaded = new Set(roots);
	for (const file of loaded)
		for (const one of resolved)
			if (one.from === file && !one.typeOnly && (later || !one.later)) loaded.add(one.file);
	return loaded;
}

function roomOf(file: string): string {
	const parts = file.split('/');
	return parts.length === 2 ? pagesShell : (parts[1] ?? '');
}

function isPackage(target: string): boolean {
	return !/^[.#$/]/.test(target);
}

function withoutComments(code: string): string {
	return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

function importsOf(from: string): Import[] {
	const code = withoutComments(readFileSync(from, 'utf8'));
	const found: Import[] = [];
	for (const match of code.matchAll(
		/\b(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\s+from\s+)?['"]([^'"\n]+)['"]/g,
	))
		found.push({ from, target: match[2] ?? '', typeOnly: Boolean(match[1]), later: false });
	for (const match of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
		found.push({ from, target: match[1] ?? '', typeOnly: false, later: true });
	return found;
}

function resolveLocal({ from, target }: Import): string | null {
	const file = target.startsWith('#')
		? target.replace(/^#/, 'src/')
		: target.startsWith('.')
			? path.posix.normalize(path.posix.join(path.posix.dirname(from), target))
			: null;
	if (!file?.startsWith('src/')) return null;
	return sources.includes(file) ? file : null;
}

/** First circle of imports found, those of types included, as a list of files; empty when there is none. */
function findCircle(): string[] {
	const edges = new Map<string, string[]>();
	for (const { from, file } of resolved)
		if (from !== file) edges.set(from, [...(edges.get(from) ?? []), file]);
	const done = new Set<string>();
	const visit = (file: string, trail: string[]): string[] => {
		if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
		if (done.has(file)) return [];
		for (const next of edges.get(file) ?? []) {
			const circle = visit(next, [...trail, file]);
			if (circle.length) return circle;
		}
		done.add(file);
		return [];
	};
	for (const file of sources) {
		const circle = visit(file, []);
		if (circle.length) return circle;
	}
	return [];
}
