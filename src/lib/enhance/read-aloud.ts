import { fittingVoices, hasSpeech } from './voices.ts';

/**
 * `[data-listen]`: shows what there is to listen to, a recording or else the device's voice, and says plainly where there
 * is neither. What reads and is steered comes when a button is pressed.
 */
export function readAloud() {
	const box = document.querySelector<HTMLElement>('[data-listen]');
	if (!box) return;
	const audio = box.querySelector('audio');
	if (audio) offerRecording(box, audio);
	else offerVoice(box);
}

function offerRecording(box: HTMLElement, audio: HTMLAudioElement) {
	const start = box.querySelector<HTMLElement>('[data-listen-start]');
	if (!start) return;
	audio.hidden = true;
	box.querySelectorAll<HTMLElement>('[data-listen-plain]').forEach((each) => (each.hidden = true));
	start.hidden = false;
	start.addEventListener('click', () => {
		// At once: a browser plays nothing that nobody pressed for.
		audio.play().catch(() => undefined);
		import('./listen/listen.ts').then(
			({ listenTo }) => listenTo(box, audio, () => offerVoice(box)),
			() => (audio.hidden = false),
		);
	});
}

function offerVoice(box: HTMLElement) {
	const start = box.querySelector<HTMLElement>('[data-read-start]');
	const tell = (name: string, isSo: boolean) =>
		box.querySelectorAll<HTMLElement>(`[data-${name}]`).forEach((each) => (each.hidden = !isSo));
	if (!start || !hasSpeech()) return tell('no-speech', true);
	const lang = box.dataset.listen ?? '';
	/** Known and none fits: no button is shown that would do nothing. */
	const look = () => {
		const isMute = fittingVoices(lang)?.length === 0;
		tell('no-voice', isMute);
		start.hidden = isMute || box.querySelector('[data-act=end]:not([hidden])') !== null;
	};
	look();
	speechSynthesis.addEventListener?.('voiceschanged', look);
	start.addEventListener('click', () => {
		void import('./listen/listen.ts').then(({ readByDevice }) =>
			readByDevice(box, () => tell('no-voice', true)),
		);
	});
}
