import Type, { type Static } from 'typebox';

/** One thing that `check` found in an author's file. Lines and columns count from 1. */
export const Finding = Type.Object({
	file: Type.String({ description: 'Relative to the folder that was checked.' }),
	line: Type.Integer(),
	column: Type.Integer(),
	code: Type.String(),
	message: Type.String({ description: 'What is wrong, why, and how to mend it.' }),
	fix: Type.Optional(Type.String({ description: 'What `--fix` would write.' })),
});
export type Finding = Static<typeof Finding>;

export const CheckReport = Type.Object({
	courses: Type.Array(Type.String()),
	errors: Type.Array(Finding),
	warnings: Type.Array(Finding),
});
export type CheckReport = Static<typeof CheckReport>;
