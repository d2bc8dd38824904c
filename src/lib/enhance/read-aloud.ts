import { stretches, type Stretch } from './read-text.ts';

/** Reads the page's `[data-read]` by the device's own voice, and says so honestly where it has none. */
export function readAloud() {
	const box = document.querySelector<HTMLElement>('[data-read-aloud]');
	const text = document.querySelector('[data-read]');
	const start = box?.querySelector<HTMLElement>('[data-read-start]');
	const stop = box?.querySelector<HTMLElement>('[data-read-stop]');
	if (!box || !text || !start || !stop) return;
	const words = box.dataset;
	let turn = 0;

	const finish = (message = '') => {
		turn++;
		if (hasSpeech()) speechSynthesis.cancel();
		const hadFocus = document.activeElement === stop;
		start.hidden = false;
		stop.hidden = true;
		if (hadFocus) start.focus();
		say(message);
	};
	const read = async () => {
		if (!hasSpeech()) return finish(words.noSpeech);
		const mine = ++turn;
		const voices = await loadVoices();
		const wanted = words.readAloud ?? '';
		if (mine !== turn) return;
		if (voices.length > 0 && !voiceFor(voices, wanted)) return finish(words.noVoice);
		start.hidden = true;
		stop.hidden = false;
		stop.focus();
		say(words.reading);
		const title = document.querySelector('h1');
		const queue = [...(title ? stretches(title) : []), ...stretches(text)];
		const isSpoken = await speakAll(queue, voices, wanted, () => mine === turn);
		if (mine === turn) finish(isSpoken ? words.ended : words.noVoice);
	};

	box.hidden = false;
	start.addEventListener('click', () => void read());
	stop.addEventListener('click', () => finish(words.stopped));
	addEventListener('pagehide', () => finish());
}

function say(message = '') {
	const status = document.querySelector('[data-read-status]');
	if (status) status.textContent = message;
}

/** Absent in the browsers inside chat apps on Android. */
function hasSpeech(): boolean {
	return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}

/** Some browsers know their voices only after a moment. */
function loadVoices(): Promise<SpeechSynthesisVoice[]> {
	const known = speechSynthesis.getVoices();
	if (known.length > 0) return Promise.resolve(known);
	return new Promise((resolve) => {
		const answer = () => resolve(speechSynthesis.getVoices());
		speechSynthesis.addEventListener?.('voiceschanged', answer, { once: true });
		setTimeout(answer, 1500);
	});
}

function voiceFor(voices: SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | undefined {
	const fitting = voices.filter((voice) => voice.lang.slice(0, 2).toLowerCase() === lang);
	return fitting.find((voice) => voice.localService) ?? fitting[0];
}

/** false: not one stretch could be spoken. */
async function speakAll(
	queue: Stretch[],
	voices: SpeechSynthesisVoice[],
	fallback: string,
	goesOn: () => boolean,
): Promise<boolean> {
	let spoken = false;
	for (const { text, lang } of queue) {
		if (!goesOn()) return true;
		const said = await speak(text, lang || fallback, voiceFor(voices, lang || fallback));
		spoken = spoken || said;
		if (!spoken) return false;
	}
	return spoken;
}

function speak(text: string, lang: string, voice: SpeechSynthesisVoice | undefined): Promise<boolean> {
	return new Promise((resolve) => {
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.lang = voice?.lang ?? lang;
		if (voice) utterance.voice = voice;
		utterance.rate = 0.9;
		// A browser may take the words and never begin.
		const silence = setTimeout(() => resolve(false), 5000);
		utterance.onstart = () => clearTimeout(silence);
		utterance.onend = () => resolve(true);
		utterance.onerror = () => resolve(false);
		speechSynthesis.speak(utterance);
	});
}
