import type { Address, TargetGroup } from '#schemas/names.ts';
import type { Catalog } from '../courses/catalog.ts';

/** A view, as far as it says which course or track it is about. */
interface Shown {
	track?: { id: string };
	course?: { id: string };
	lesson?: { course: string };
	quiz?: { course: string };
	attempt?: { course: string };
}

/** How a view addresses its reader: as the track of its course does, else as that of the reader's group, told or chosen. */
export function addressIn(shown: object, catalog: Catalog, group: TargetGroup | null): Address {
	const { track: one, course, lesson, quiz, attempt } = shown as Shown;
	const about = course?.id ?? lesson?.course ?? quiz?.course ?? attempt?.course;
	const tracks = catalog.tracks();
	const own = tracks.find(({ id, courses }) => id === one?.id || (about && courses.includes(about)));
	const track = own ?? tracks.find((each) => each.group === group);
	return track?.address ?? 'bạn';
}
