type Said = (values: Record<string, string | number>) => string;
export type Leaf = { path: string; said: string | Said };

/** Every message with the path that leads to it, in the order of the file. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
	if (typeof value === 'string') return [{ path, said: value }];
	if (typeof value === 'function') return [{ path, said: value as Said }];
	if (typeof value !== 'object' || value === null)
		throw new Error(`${path} is neither words nor a group of them`);
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
}

/** Numbers differ from each other, and texts hold no letters, so that each can be found again in a sentence. */
const numbers = {
	n: 23,
	number: 73,
	pool: 61,
	left: 31,
	of: 47,
	done: 37,
	total: 59,
	right: 29,
	need: 19,
	position: 41,
	questions: 53,
	allowed: 67,
	minutes: 12,
	needed: 25,
	seconds: 71,
	day: 13,
	month: 11,
	year: 2031,
	level: 5,
	least: 61,
	most: 97,
	mb: 43,
	million: 47,
};
const texts = {
	title: '§1§',
	size: '§2§',
	link: '§3§',
	date: '§4§',
	time: '§5§',
	score: '§6§',
	max: '§7§',
	percent: '§8§',
	pass: '§9§',
	groups: '§10§',
	languages: '§11§',
	language: '§12§',
	framework: '§13§',
	courses: '§14§',
	names: '§15§',
	licence: '§16§',
	tier: '§17§',
	name: '§18§',
	username: '§19§',
	signs: '§27§',
	offer: '§28§',
	label: '§29§',
	message: '§30§',
	course: '§20§',
	text: '§28§',
	place: '§29§',
	serial: '§21§',
	path: '§23§',
	by: '§24§',
	carer: '§25§',
	lessons: '§31§',
	quizzes: '§32§',
	what: '§33§',
	device: '§26§',
	points: '§34§',
	item: '§35§',
	option: '§36§',
	from: '§39§',
	to: '§40§',
	best: '§37§',
	worst: '§38§',
	form: '§44§',
	is: '§41§',
	wanted: '§42§',
	weight: '§43§',
};

export interface Sentence {
	text: string;
	/** Names of the values it looked at. */
	asked: string[];
}

/** Says a message with sample values, or with one number for all of them, and notes which it asked for. */
export function say({ path, said }: Leaf, everyNumber?: number): Sentence {
	if (typeof said === 'string') return { text: said, asked: [] };
	const asked = new Set<string>();
	const ask = (_: object, name: string | symbol): string | number => {
		asked.add(String(name));
		const number = Object.entries(numbers).find(([key]) => key === name)?.[1];
		const text = Object.entries(texts).find(([key]) => key === name)?.[1];
		const value = number === undefined ? text : (everyNumber ?? number);
		if (value === undefined)
			throw new Error(`tests/messages/walk.ts has no sample for "${String(name)}" of ${path}`);
		return value;
	};
	return { text: said(new Proxy({}, { get: ask })), asked: [...asked].sort() };
}

/** The texts among the values that a sentence asked for. */
export function textsAsked({ asked }: Sentence): string[] {
	return Object.entries(texts)
		.filter(([name]) => asked.includes(name) && !(name in numbers))
		.map(([, text]) => text);
}

/** The numbers among them, in figures as phones show them, in Khmer too. */
export function numbersAsked({ asked }: Sentence): string[] {
	return Object.entries(numbers)
		.filter(([name]) => asked.includes(name))
		.map(([, number]) => String(number));
}
