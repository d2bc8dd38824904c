/** What reads aloud. It begins where it stands; after `end` it begins at the beginning. */
export interface Reader {
	play(): void;
	pause(): void;
	/** To the next paragraph, or the one before. */
	skip(by: 1 | -1): void;
	/** 1: as it was recorded, or as the device speaks. */
	setRate(rate: number): void;
	end(): void;
}

/** What it tells. */
export interface Heard {
	/** What is being read; null: nothing that is known. */
	at(element: Element | null): void;
	playing(isPlaying: boolean): void;
	ended(): void;
	failed(): void;
}
