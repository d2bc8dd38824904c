import Type, { type Static } from 'typebox';
import { CompetenceCode, Id, TargetGroup, described } from './common.ts';
import { CourseSummary } from './course.ts';
import { addresses } from './names.ts';

const summary = {
	id: described(Id, 'Id of the track.'),
	group: described(TargetGroup, 'Target group that the track is for.'),
	title: Type.String({ description: 'Title of the track, in the language asked for where it has one.' }),
	summary: Type.String({ description: 'What it leads to, in a sentence or two.' }),
	drawing: Type.Optional(described(Id, 'Id of the drawing that stands for it on pages; absent: none.')),
	address: Type.Optional(
		Type.Enum(addresses, { description: 'How its texts in Vietnamese address who reads; absent: plainly.' }),
	),
};
export const TrackSummary = Type.Object({
	...summary,
	courses: Type.Array(Id, { description: 'Ids of its courses that are published, in their order.' }),
});
export type TrackSummary = Static<typeof TrackSummary>;
export const TrackList = Type.Object({
	tracks: Type.Array(TrackSummary, { description: 'The tracks, in their order.' }),
});

/** A track with its courses, and the competences it aims at with the level and the courses that teach each. */
export const Track = Type.Object({
	...summary,
	framework: Type.Object(
		{
			id: described(Id, 'Id of the framework.'),
			title: Type.String({ description: 'Name of the framework.' }),
		},
		{ description: 'The framework that its goals are mostly from.' },
	),
	note: Type.Optional(Type.String({ description: 'What its makers want to have said; absent: nothing.' })),
	goals: Type.Array(
		Type.Object({
			framework: described(Id, 'Id of the framework that the competence belongs to.'),
			competence: CompetenceCode,
			title: Type.String({ description: 'Name of the competence; its code where the framework is gone.' }),
			canDo: Type.Optional(
				Type.String({ description: 'The same in a learner’s words; absent: its framework has none for it.' }),
			),
			domain: Type.String({ description: 'Name of its domain; empty where the framework is gone.' }),
			level: Type.Integer({ description: 'Level aimed at, 1 to 8.' }),
			tier: Type.String({ description: 'Name of the tier of that level; empty where there is none.' }),
			courses: Type.Array(Id, { description: 'Ids of the courses of the track that lead to it.' }),
		}),
		{ description: 'The competences that the track aims at.' },
	),
	courses: Type.Array(CourseSummary, { description: 'Its courses that are published, in their order.' }),
});
export type Track = Static<typeof Track>;
