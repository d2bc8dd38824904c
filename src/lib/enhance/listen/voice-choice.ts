import { fittingVoices } from '../voices.ts';
import { recall, remember } from './bar.ts';

const key = (lang: string) => `cung-hoc.listen.voice.${lang}`;

/** The voice that the reader chose on this device, while it is there. */
export function rememberedVoice(
	lang: string,
	fitting: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | undefined {
	const chosen = recall(key(lang));
	return fitting.find(({ voiceURI }) => voiceURI === chosen);
}

/** `[data-voice-choice]`: shown where there is more than one voice for the language. */
export function showVoices(lang: string, choose: (voice: SpeechSynthesisVoice) => void): void {
	const field = document.querySelector<HTMLElement>('[data-voice-choice]');
	const select = field?.querySelector('select');
	if (!field || !select) return;
	const fill = () => {
		const voices = fittingVoices(lang) ?? [];
		field.hidden = voices.length < 2;
		const chosen = rememberedVoice(lang, voices) ?? voices[0];
		select.replaceChildren(
			...voices.map(({ name, voiceURI }) => new Option(name, voiceURI, false, voiceURI === chosen?.voiceURI)),
		);
	};
	fill();
	speechSynthesis.addEventListener?.('voiceschanged', fill);
	select.onchange = () => {
		const voice = fittingVoices(lang)?.find(({ voiceURI }) => voiceURI === select.value);
		if (!voice) return;
		remember(key(lang), voice.voiceURI);
		choose(voice);
	};
}
