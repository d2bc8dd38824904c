import Type, { type Static } from 'typebox';
import { CompetenceCode, CompetenceRef, Id, Localised, TargetGroup, described } from './common.ts';
import { addresses } from './names.ts';

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
							{
								id: CompetenceCode,
								title: Localised,
								/** The same in a learner's words: "Biết tự sửa khi điện thoại bị đơ". */
								can_do: Type.Optional(Localised),
								digcomp: Type.Optional(CompetenceCode),
							},
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
		address: Type.Optional(Type.Enum(addresses)),
	},
	{ additionalProperties: false },
);
export type TrackFile = Static<typeof TrackFile>;

const Competence = Type.Object({
	id: CompetenceCode,
	title: Type.String({ description: 'Name of the competence.' }),
	canDo: Type.Optional(
		Type.String({ description: 'The same in a learner’s words; absent: its framework has none for it.' }),
	),
	digcomp: Type.Optional(
		described(CompetenceCode, 'Code of the like competence in DigComp, such as 4.1; absent: there is none.'),
	),
});
const summary = {
	id: described(Id, 'Id of the framework, such as tt02-2025.'),
	title: Type.String({ description: 'Name of the framework, in the language asked for where it has one.' }),
	description: Type.String({ description: 'What it is, whom it is for and where it comes from.' }),
};
export const FrameworkSummary = Type.Object(summary);
export const Framework = Type.Object({
	...summary,
	inForce: Type.String({ description: 'Day from which it is in force, YYYY-MM-DD.' }),
	version: Type.String({ description: 'Its version; the day it came into force where it names none.' }),
	tiers: Type.Array(
		Type.Object({
			id: described(Id, 'Id of the tier in the framework.'),
			title: Type.String({ description: 'Name of the tier, such as Cơ bản.' }),
			levels: Type.Array(Type.Integer(), { description: 'The levels in it, each 1 to 8.' }),
		}),
		{ description: 'Its tiers, from the lowest.' },
	),
	domains: Type.Array(
		Type.Object({
			id: described(CompetenceCode, 'Code of the domain, such as 4.'),
			numeral: Type.String({ description: 'Its number as it is printed, such as IV.' }),
			title: Type.String({ description: 'Name of the domain.' }),
			competences: Type.Array(Competence, { description: 'Its competences, in their order.' }),
		}),
		{ description: 'Its domains, in their order, each with its competences.' },
	),
});
export type Framework = Static<typeof Framework>;
export const FrameworkList = Type.Object({
	frameworks: Type.Array(FrameworkSummary, { description: 'The frameworks that courses lead to.' }),
});
