import { spokenBlocks } from '#domain/spoken.ts';
import type { Lesson } from '#schemas/course.ts';
import type { NodeElement } from '#schemas/node.ts';

/** What each block of a lesson is called in the cues of its recording; null where there are none. */
export function cuesOf({ title, nodes, recording }: Lesson): ReadonlyMap<NodeElement, string> | null {
	if (!recording?.cues) return null;
	const blocks = spokenBlocks(title, nodes);
	return new Map(blocks.flatMap(({ node, cue }) => (node ? [[node, cue] as const] : [])));
}
