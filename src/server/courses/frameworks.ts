import {
	findCompetence,
	frameworkVersion,
	localised,
	nameOf,
	readCompetence,
	tierOf,
	type Competence,
} from '#domain/frameworks.ts';
import { type Locale, type Localised } from '#schemas/common.ts';
import { defaultLocale } from '#schemas/names.ts';
import type { Framework, FrameworkFile, TrackFile } from '#schemas/framework.ts';
import type { Track, TrackSummary } from '#schemas/track.ts';
import type { Catalog } from './catalog.ts';
import { summariseCourse } from './describe.ts';

const say = (map: Localised, wanted: Locale) => localised(map, wanted, defaultLocale).text;

export function summariseFramework(framework: FrameworkFile, locale: Locale) {
	const { id, title, description } = framework;
	return { id, title: say(title, locale), description: say(description, locale) };
}

export function describeFramework(framework: FrameworkFile, locale: Locale): Framework {
	return {
		...summariseFramework(framework, locale),
		inForce: framework.in_force,
		version: frameworkVersion(framework),
		tiers: framework.tiers.map((tier) => ({ ...tier, title: say(tier.title, locale) })),
		domains: framework.domains.map((domain) => ({
			...domain,
			title: say(domain.title, locale),
			competences: domain.competences.map(({ can_do, ...competence }) => ({
				...competence,
				title: say(competence.title, locale),
				...(can_do && { canDo: say(can_do, locale) }),
			})),
		})),
	};
}

export function summariseTrack(catalog: Catalog, track: TrackFile, locale: Locale): TrackSummary {
	return {
		id: track.id,
		group: track.group,
		title: say(track.title, locale),
		summary: say(track.summary, locale),
		...(track.drawing && { drawing: track.drawing }),
		...(track.address && { address: track.address }),
		courses: coursesOf(catalog, track).map((course) => course.manifest.course),
	};
}

export function describeTrack(catalog: Catalog, track: TrackFile, locale: Locale): Track {
	const frameworks = new Map(catalog.frameworks().map((one) => [one.id, one]));
	const framework = frameworks.get(track.framework);
	const courses = coursesOf(catalog, track);
	return {
		...summariseTrack(catalog, track, locale),
		framework: { id: track.framework, title: framework ? say(framework.title, locale) : track.framework },
		...(track.note && { note: say(track.note, locale) }),
		goals: Object.entries(track.goals).map(([written, level]) => {
			const goal = readCompetence(written, track.framework);
			return {
				...describeGoal(goal, level, frameworks.get(goal.framework), locale),
				courses: courses
					.filter((course) => nameOf(goal) in course.manifest.skills)
					.map((course) => course.manifest.course),
			};
		}),
		courses: courses.map((course) => summariseCourse(course, locale)),
	};
}

function describeGoal(
	{ framework: id, code }: Competence,
	level: number,
	framework: FrameworkFile | undefined,
	locale: Locale,
) {
	const found = framework && findCompetence(framework, code);
	const tier = framework && tierOf(framework, level);
	return {
		framework: id,
		competence: code,
		title: found ? say(found.competence.title, locale) : code,
		...(found?.competence.can_do && { canDo: say(found.competence.can_do, locale) }),
		domain: found ? say(found.domain.title, locale) : '',
		level,
		tier: tier ? say(tier.title, locale) : '',
	};
}

/** The track's courses that are published, in the track's order. */
function coursesOf(catalog: Catalog, track: TrackFile) {
	return track.courses.flatMap((id) => catalog.courses().filter((course) => course.manifest.course === id));
}
