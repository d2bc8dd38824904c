import serializers, { type SerializerFactory } from '@fastify/fast-json-stringify-compiler';

/** Writes replies by the schemas of their routes. Each is made when first needed: all of them at once are much of a start. */
export const buildSerializer: SerializerFactory = (schemas, options) => {
	const compile = serializers()(schemas, options);
	return (route) => {
		let write: ReturnType<typeof compile> | undefined;
		return (value) => (write ??= compile(route))(value);
	};
};
