import Type, { type Static } from 'typebox';
import { CompetenceCode, CompetenceRef, Id, Localised, TargetGroup } from './common.ts';

/** A digital-skills framework as kept in `courses/frameworks/<id>.yaml`. */
export const FrameworkFile = Type.Object(
	{
		id: Id,
		title: Localised,
		description: Localised,
		in_force: Type.String({ format: 'date' }),
		/** Named where a framework changes; the day it came into force when left out. */
		version: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		tiers: Type.Array(
			Type.Object(
				{ id: Id, title: Localised, levels: Type.Array(Type.Integer({ minimum: 1, maximum: 8 })) },
				{ additionalProperties: false },
			),
		),
		domains: Type.Array(
			Type.Object(
				{
					id: CompetenceCode,
					numeral: Type.String(),
					title: Localised,
					competences: Type.Array(
						Type.Object(
							{ id: CompetenceCode, title: Localised, digcomp: Type.Optional(CompetenceCode) },
							{ additionalProperties: false },
						),
					),
				},
				{ additionalProperties: false },
			),
		),
	},
	{ additionalProperties: false },
);
export type FrameworkFile = Static<typeof FrameworkFile>;

/** A way through courses for one target group, as kept in `courses/tracks/<id>.yaml`. */
export const TrackFile = Type.Object(
	{
		id: Id,
		group: TargetGroup,
		title: Localised,
		summary: Localised,
		framework: Id,
		note: Type.Optional(Localised),
		goals: Type.Record(CompetenceRef, Type.Integer({ minimum: 1, maximum: 8 })),
		courses: Type.Array(Id),
		drawing: Type.Optional(Id),
	},
	{ additionalProperties: false },
);
export type TrackFile = Static<typeof TrackFile>;

const Competence = Type.Object({
	id: CompetenceCode,
	title: Type.String(),
	digcomp: Type.Optional(CompetenceCode),
});
export const FrameworkSummary = Type.Object({ id: Id, title: Type.String(), description: Type.String() });
export const Framework = Type.Object({
	id: Id,
	title: Type.String(),
	description: Type.String(),
	inForce: Type.String(),
	version: Type.String({ description: 'Its version; the day it came into force where it names none.' }),
	tiers: Type.Array(Type.Object({ id: Id, title: Type.String(), levels: Type.Array(Type.Integer()) })),
	domains: Type.Array(
		Type.Object({
			id: CompetenceCode,
			numeral: Type.String(),
			title: Type.String(),
			competences: Type.Array(Competence),
		}),
	),
});
export type Framework = Static<typeof Framework>;
export const FrameworkList = Type.Object({ frameworks: Type.Array(FrameworkSummary) });
