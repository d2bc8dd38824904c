import Type, { type Static } from 'typebox';
import { CompetenceCode, Id, TargetGroup } from './common.ts';
import { CourseSummary } from './course.ts';

export const TrackSummary = Type.Object({
	id: Id,
	group: TargetGroup,
	title: Type.String(),
	summary: Type.String(),
	drawing: Type.Optional(Id),
	courses: Type.Array(Id),
});
export type TrackSummary = Static<typeof TrackSummary>;
export const TrackList = Type.Object({ tracks: Type.Array(TrackSummary) });

/** A track with its courses, and the competences it aims at with the level and the courses that teach each. */
export const Track = Type.Object({
	id: Id,
	group: TargetGroup,
	title: Type.String(),
	summary: Type.String(),
	drawing: Type.Optional(Id),
	framework: Type.Object({ id: Id, title: Type.String() }),
	note: Type.Optional(Type.String()),
	goals: Type.Array(
		Type.Object({
			framework: Type.String({ ...Id, description: 'The framework that the competence belongs to.' }),
			competence: CompetenceCode,
			title: Type.String(),
			domain: Type.String(),
			level: Type.Integer(),
			tier: Type.String(),
			courses: Type.Array(Id),
		}),
	),
	courses: Type.Array(CourseSummary),
});
export type Track = Static<typeof Track>;
