import type { TargetGroup } from '#schemas/names.ts';
import type { HomeView } from '#schemas/views/courses.ts';

/** The groups that the movement is for first, in the order in which they are offered. */
export const mainGroups = [
	'elderly',
	'officials',
	'students',
	'cooperatives',
] as const satisfies TargetGroup[];

/** The drawing of `static/art` that stands for a group, where no track or course brings its own. */
export const groupDrawings: Record<TargetGroup, string> = {
	elderly: 'phone',
	officials: 'desk',
	students: 'book',
	cooperatives: 'market',
	workers: 'hall',
	citizens: 'family',
};

type Start = HomeView['starts'][number];

/** Where somebody new begins: with the track of their group, else with one that is for everybody, or asks least. */
export function startFor(
	{ tracks, starts }: Pick<HomeView, 'tracks' | 'starts'>,
	group: TargetGroup | null,
): Start | undefined {
	const ofGroup = (wanted: TargetGroup | null) => {
		const track = tracks.find((each) => each.group === wanted);
		return starts.find((start) => start.track === track?.id);
	};
	return ofGroup(group) ?? ofGroup('citizens') ?? ofGroup('elderly') ?? starts[0];
}
