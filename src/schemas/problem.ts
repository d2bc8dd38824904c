import Type, { type Static } from 'typebox';

/** RFC 9457 problem details. `errors` name the fields of a request that were refused. */
export const Problem = Type.Object({
	type: Type.String(),
	title: Type.String(),
	status: Type.Integer(),
	detail: Type.String(),
	errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
	missing: Type.Optional(
		Type.Object({
			lessons: Type.Array(Type.String()),
			quizzes: Type.Array(Type.String()),
			name: Type.Boolean(),
		}),
	),
});
export type Problem = Static<typeof Problem>;
