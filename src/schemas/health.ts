import Type from 'typebox';

export const Health = Type.Object({
	status: Type.Literal('ok', { description: 'Always ok; a server that cannot serve answers 503 instead.' }),
	database: Type.Enum(['pglite', 'postgres'], {
		description: 'Where data is kept: pglite (embedded in the server) or postgres.',
	}),
	version: Type.String({ description: 'Version of the software, such as 0.1.0.' }),
});
