import AjvCompiler from '@fastify/ajv-compiler';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import type { App } from '../app-types.ts';

/** What is larger is told its first mistake alone: looking for all of them may cost more than the request is worth. */
const mostValues = 200;
/** Mistakes that are told at once. */
const mostErrors = 10;

const options = { removeAdditional: false, coerceTypes: false, allowUnionTypes: true, verbose: true };
export type Validate = ((value: unknown) => unknown) & { errors?: FastifySchemaValidationError[] | null };

const compile = (allErrors: boolean) =>
	AjvCompiler()({}, {
		customOptions: { ...options, allErrors },
	} as never) as FastifySchemaCompiler<unknown>;

/** Judges what is not the whole of a request, such as one event of many; it tells its first mistake. */
export function validatorOf(schema: TSchema): Validate {
	return compile(false)({ schema, method: '', url: '' }) as Validate;
}

/**
 * Judges what comes by the schemas of its route. A person who filled in a form is told all that is wrong with it; a
 * program that sends sixty thousand mistakes is told one.
 */
export function validation(app: App) {
	const quick = compile(false);
	const thorough = compile(true);
	app.setValidatorCompiler((route) => {
		let isRight: Validate | undefined;
		let all: Validate | undefined;
		return (value) => {
			// Made when first needed: all of them at once are much of a start.
			isRight ??= quick(route) as Validate;
			if (isRight(value)) return true;
			if (countValues(value, mostValues) >= mostValues) return { error: isRight.errors as never };
			all ??= thorough(route) as Validate;
			all(value);
			return { error: all.errors?.slice(0, mostErrors) as never };
		};
	});
}

/** How many values there are in a value, itself among them; counting ends at `most`. */
function countValues(value: unknown, most: number): number {
	let count = 1;
	if (typeof value !== 'object' || value === null) return count;
	for (const key in value) {
		if (count >= most) return count;
		count += countValues((value as Record<string, unknown>)[key], most - count);
	}
	return count;
}
