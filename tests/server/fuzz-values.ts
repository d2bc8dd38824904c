/** Requests made from the OpenAPI document, right ones and spoilt ones. */
import fc from 'fast-check';

/** As much of a JSON schema as the API's document uses. */
export interface Schema {
	type?: string;
	enum?: unknown[];
	const?: unknown;
	anyOf?: Schema[];
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	items?: Schema;
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	pattern?: string;
	format?: string;
}
/** Values that mean something, by the name of the field; `@name` is filled in when the request is sent. */
export type Hints = Record<string, readonly unknown[]>;

export const nasty = [
	"'; drop table person; --",
	"Robert'); delete from attempt where ('1'='1",
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'&lt;b&gt; & "ngoặc kép"',
	'${7*7} {{7*7}} %s %00 \\u0041',
	'Đặng Thị Mỹ Lệ 😀 ភាសាខ្មែរ',
];

const uuids = fc.uuid();
const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });

/** A value that the schema allows; where a hint is known, most often that. */
export function valid(schema: Schema, hints: Hints, name = ''): fc.Arbitrary<unknown> {
	const known = hints[name];
	if (known) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, bySchema(schema, hints));
	return bySchema(schema, hints);
}

function bySchema(schema: Schema, hints: Hints): fc.Arbitrary<unknown> {
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => bySchema(one, hints)));
	switch (schema.type) {
		case 'object':
			return objectOf(schema, hints);
		case 'array':
			return fc.array(bySchema(schema.items ?? {}, hints), { minLength: schema.minItems ?? 0, maxLength: 4 });
		case 'string':
			return textOf(schema);
		case 'integer':
			return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31) });
		case 'number':
			return fc.double({ noNaN: true, noDefaultInfinity: true });
		case 'boolean':
			return fc.boolean();
		case 'null':
			return fc.constant(null);
		default:
			return fc.jsonValue({ maxDepth: 2 });
	}
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema, hints: Hints) {
	const fields = Object.entries(properties).map(([name, one]) => [name, valid(one, hints, name)] as const);
	const record = fc.record(Object.fromEntries(fields), { requiredKeys: required });
	if (typeof additionalProperties !== 'object') return record;
	const keys = fc.constantFrom(...(hints['@keys'] ?? ['a'])) as fc.Arbitrary<string>;
	return fc.dictionary(keys, bySchema(additionalProperties, hints), { maxKeys: 5 });
}

const texts = new Map<string, fc.Arbitrary<string>>();
/** Made once for all schemas that say the same: the library tries a long list of texts on each pattern it is given. */
function textOf({ minLength, maxLength, pattern, format }: Schema): fc.Arbitrary<string> {
	const key = JSON.stringify([minLength, maxLength, pattern, format]);
	const made = texts.get(key) ?? newText({ minLength, maxLength, pattern, format });
	texts.set(key, made);
	return made;
}

type TextSchema = { [K in 'minLength' | 'maxLength' | 'pattern' | 'format']: Schema[K] | undefined };
function newText({ minLength = 0, maxLength = 200, pattern, format }: TextSchema): fc.Arbitrary<string> {
	if (format === 'uuid') return uuids;
	if (format === 'date-time') return times.map((time) => time.toISOString());
	const fits = (text: string) =>
		text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text));
	const written = nasty.filter(fits);
	const words = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) }).filter(fits);
	const isCode = pattern?.startsWith('^[0-9') || pattern?.startsWith('^\\d');
	if (isCode || pattern?.startsWith('^[a-z')) return fc.stringMatching(new RegExp(pattern!)).filter(fits);
	if (pattern?.includes('\\p{L}')) return fc.stringMatching(/^[a-z0-9._-]{3,30}$/);
	return written.length ? fc.oneof(words, fc.constantFrom(...written)) : words;
}

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
/** Written into the JSON text without quotation marks. */
const rawNumbers = ['1e999', '-1e999', '-0', '9007199254740993', '1E-400', '0.1e1'];
export const rawMark = '@raw:';

const wild: unknown[] = [
	...nasty,
	...rawNumbers.map((text) => rawMark + text),
	...['', ' ', 'constructor', '__proto__', 'tostring', 'NaN', '../../etc/passwd', '%00', '\u202e', '\ufeff'],
	...['\u0000', 'a\u0000b', '\ud800', '\udc00x', 'x'.repeat(300), 'ữ'.repeat(5000), 'x'.repeat(100_000)],
	...[-1, 0, 1.5, 1e308, -1e308, 2 ** 53, 1e21, 5e-324, null, true, false],
	...[[], {}, [[]], [null], { answer: {} }, nested(40), nested(200), { constructor: { prototype: 1 } }],
];
const wildly = fc.oneof(
	fc.constantFrom(...wild),
	fc.string({ unit: 'binary', maxLength: 50 }),
	fc.jsonValue(),
);

export type Spoil = (value: unknown) => unknown;

/** A change of one place of a JSON value: something wild put there, taken away, or added. */
export const spoils: fc.Arbitrary<Spoil> = fc
	.record({
		where: fc.array(fc.nat(20), { maxLength: 3 }),
		how: fc.nat(3),
		what: wildly,
		extra: fc.constantFrom('x', 'id', 'role', 'learner', '\u0000', '\ud800', ''),
	})
	.map(
		({ where, how, what, extra }) =>
			(value) =>
				spoil(value, where, { how, what, extra }),
	);

function spoil(value: unknown, where: number[], by: { how: number; what: unknown; extra: string }): unknown {
	const [first, ...rest] = where;
	if (typeof value !== 'object' || value === null || first === undefined) {
		if (by.how === 3 && isRecord(value)) return { ...value, [by.extra]: by.what };
		return by.what;
	}
	const keys = Object.keys(value);
	const key = keys[first % Math.max(keys.length, 1)];
	if (key === undefined) return by.what;
	const copy = structuredClone(value) as Record<string, unknown>;
	if (by.how === 0) delete copy[key];
	else if (by.how === 3) copy[by.extra] = by.what;
	else copy[key] = spoil(copy[key], rest, by);
	return copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rubbish for a place in an address, already encoded or meant to be broken. */
export const rubbish = fc.oneof(
	fc.constantFrom('%00', '%FF', '%E0%A4%A', '%', '%2e%2e%2f', 'a%2Fb', '%F0%9F%98%80', '%ED%A0%80', "'--"),
	fc.constantFrom('..', 'x'.repeat(500), 'constructor', 'tostring', '%F0%28%8C%28', ';', '%3Cscript%3E'),
	fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
		.map((text) => encodeURIComponent(text.toWellFormed())),
);
export const oddQueries = fc.constantFrom(
	'locale=xx',
	'locale=vi&locale=en',
	'locale[]=vi',
	'__proto__=x',
	'constructor=1',
	'%00=1',
	'locale=%FF',
	'locale=%00',
	'a'.repeat(3000),
	'version=../..',
	'everywhere=maybe',
	'&&&===',
	'course=%27%20or%201=1--',
);
