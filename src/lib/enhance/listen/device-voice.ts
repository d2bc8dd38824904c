import { fittingVoices } from '../voices.ts';
import type { Heard, Reader } from './reader.ts';
import type { Stretch } from './read-text.ts';
import { rememberedVoice } from './voice-choice.ts';

/** How fast a voice speaks at speed 1: somewhat slower than the device would. */
const unhurried = 0.9;
/** Milliseconds after which a voice that was given words and has not begun is taken for none. */
const patience = 5000;

/** The device's voice, which reads the page stretch by stretch. */
export class DeviceVoice implements Reader {
	private index = 0;
	private rate = 1;
	private voice: SpeechSynthesisVoice | undefined;
	/** Each change of what is spoken is a turn: what an earlier one still tells is not listened to. */
	private turn = 0;
	private isPlaying = false;
	private hasSpoken = false;

	constructor(
		private readonly queue: Stretch[],
		private readonly lang: string,
		private readonly heard: Heard,
	) {}

	play(): void {
		this.isPlaying = true;
		void this.readOn(++this.turn);
	}

	pause(): void {
		this.silence();
		this.heard.playing(false);
	}

	skip(by: 1 | -1): void {
		const firsts = this.queue.flatMap(({ element }, n) =>
			element === this.queue[n - 1]?.element ? [] : [n],
		);
		const next =
			by > 0 ? firsts.find((n) => n > this.index) : firsts.filter((n) => n < this.firstOfThis()).pop();
		this.index = next ?? (by > 0 ? this.queue.length : 0);
		this.again();
	}

	setRate(rate: number): void {
		this.rate = rate;
		this.again();
	}

	speakBy(voice: SpeechSynthesisVoice): void {
		this.voice = voice;
		this.again();
	}

	end(): void {
		this.silence();
		this.index = 0;
	}

	private firstOfThis(): number {
		const { element } = this.queue[this.index] ?? {};
		return this.queue.findIndex((each) => each.element === element);
	}

	/** Begins the stretch anew, as things are now. */
	private again(): void {
		if (!this.isPlaying) return this.heard.at(this.queue[this.index]?.element ?? null);
		speechSynthesis.cancel();
		void this.readOn(++this.turn);
	}

	private silence(): void {
		this.turn++;
		this.isPlaying = false;
		speechSynthesis.cancel();
	}

	private async readOn(turn: number): Promise<void> {
		await voicesKnown();
		if (turn === this.turn) this.heard.playing(true);
		for (; this.index < this.queue.length; this.index++) {
			if (turn !== this.turn) return;
			const stretch = this.queue[this.index]!;
			this.heard.at(stretch.element);
			const isSaid = await this.speak(stretch);
			if (turn !== this.turn) return;
			this.hasSpoken ||= isSaid;
			if (!this.hasSpoken) return this.heard.failed();
		}
		if (turn === this.turn) this.heard.ended();
	}

	private speak({ text, lang }: Stretch): Promise<boolean> {
		const wanted = lang || this.lang;
		const fitting = fittingVoices(wanted) ?? [];
		const chosen = wanted === this.lang ? (this.voice ?? rememberedVoice(wanted, fitting)) : undefined;
		const voice = chosen ?? fitting[0];
		return new Promise((resolve) => {
			const utterance = new SpeechSynthesisUtterance(text);
			utterance.lang = voice?.lang ?? wanted;
			if (voice) utterance.voice = voice;
			utterance.rate = unhurried * this.rate;
			const silence = setTimeout(() => resolve(false), patience);
			utterance.onstart = () => clearTimeout(silence);
			utterance.onend = () => resolve(true);
			utterance.onerror = () => resolve(false);
			speechSynthesis.speak(utterance);
		});
	}
}

/** Some browsers know their voices only after a moment. */
function voicesKnown(): Promise<void> | undefined {
	if (speechSynthesis.getVoices().length > 0) return undefined;
	return new Promise((resolve) => {
		speechSynthesis.addEventListener?.('voiceschanged', () => resolve(), { once: true });
		setTimeout(resolve, 1500);
	});
}
