/** What an audio file says of itself: how long it is, and whether a machine spoke it. */
import { isMachineComment } from '../recordings/marks.ts';

export interface Sound {
	/** How long it plays, in seconds. */
	seconds: number;
	/** Its metadata says that its voice was made by a machine. */
	isMachine: boolean;
}

/** Null: it cannot be played. */
export async function readSound(type: string, bytes: Uint8Array): Promise<Sound | null> {
	const { parseBuffer } = await import('music-metadata');
	try {
		const { format, common } = await parseBuffer(
			bytes,
			{ mimeType: type },
			{ duration: true, skipCovers: true },
		);
		const { duration: seconds = 0, hasVideo } = format;
		if (!(seconds > 0) || hasVideo) return null;
		const said = [...(common.comment ?? []).map(({ text = '' }) => text), ...(common.description ?? [])];
		return { seconds: Math.round(seconds * 1000) / 1000, isMachine: said.some(isMachineComment) };
	} catch {
		return null; // It ends early, or is something else.
	}
}
