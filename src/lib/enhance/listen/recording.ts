import type { Heard, Reader } from './reader.ts';

/** Seconds that are skipped where nobody said when which paragraph is read. */
const jump = 10;
/** Within these seconds of a paragraph, back leads to the one before. */
const begun = 1.5;

/** A recording; its cues are named after the `data-cue` of what is read. */
export class RecordingReader implements Reader {
	private readonly track: TextTrack | undefined;
	private readonly off = new AbortController();

	constructor(
		private readonly audio: HTMLAudioElement,
		private readonly heard: Heard,
	) {
		this.track = audio.textTracks[0];
		// Only now the browser fetches them.
		if (this.track) this.track.mode = 'hidden';
		const on = (target: EventTarget, name: string, act: () => void) =>
			target.addEventListener(name, act, { signal: this.off.signal });
		if (this.track)
			on(this.track, 'cuechange', () => {
				const id = this.track?.activeCues?.[0]?.id;
				// Between two paragraphs the one that was read stays marked.
				if (id) heard.at(document.querySelector(`[data-cue="${CSS.escape(id)}"]`));
			});
		on(audio, 'playing', () => heard.playing(true));
		on(audio, 'pause', () => !audio.ended && heard.playing(false));
		on(audio, 'ended', () => heard.ended());
		on(audio, 'error', () => heard.failed());
	}

	play(): void {
		if (this.audio.error) this.audio.load();
		this.audio.play().catch(() => undefined); // `error` says why.
		// It began while this script was still coming.
		if (!this.audio.paused && this.audio.readyState > 2) this.heard.playing(true);
	}

	pause(): void {
		this.audio.pause();
	}

	skip(by: 1 | -1): void {
		const { currentTime: now } = this.audio;
		const starts = Array.from(this.track?.cues ?? [], ({ startTime }) => startTime).sort((a, b) => a - b);
		if (starts.length === 0) this.audio.currentTime = Math.max(0, now + by * jump);
		else if (by > 0) this.audio.currentTime = starts.find((at) => at > now + 0.05) ?? this.audio.duration;
		else this.audio.currentTime = starts.filter((at) => at < now - begun).pop() ?? 0;
	}

	setRate(rate: number): void {
		this.audio.playbackRate = this.audio.defaultPlaybackRate = rate;
	}

	end(): void {
		this.off.abort();
		this.audio.pause();
		if (this.audio.readyState > 0) this.audio.currentTime = 0;
	}
}
