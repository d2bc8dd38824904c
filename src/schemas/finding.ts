import Type, { type Static } from 'typebox';

/** One thing that `check` found in an author's file. */
export const Finding = Type.Object({
	file: Type.String({ description: 'The file, relative to the folder that was checked.' }),
	line: Type.Integer({ description: 'Line in the file, from 1.' }),
	column: Type.Integer({ description: 'Column in the line, in characters, from 1.' }),
	code: Type.String({ description: 'What was found, for programs; it stays the same in every language.' }),
	message: Type.String({ description: 'What is wrong, why, and how to mend it.' }),
	fix: Type.Optional(
		Type.String({ description: 'What `--fix` would write; absent where a person must decide.' }),
	),
});
export type Finding = Static<typeof Finding>;

export const CheckReport = Type.Object({
	courses: Type.Array(Type.String(), { description: 'Ids of the courses that were checked.' }),
	errors: Type.Array(Finding, { description: 'What keeps a course from being published.' }),
	warnings: Type.Array(Finding, { description: 'What may be published and should be looked at.' }),
});
export type CheckReport = Static<typeof CheckReport>;
