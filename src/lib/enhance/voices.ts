/** Absent in the browsers inside chat apps on Android. */
export function hasSpeech(): boolean {
	return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}

/** The device's voices for a language, those that need no network first; null: it knows of none at all, or not yet. */
export function fittingVoices(lang: string): SpeechSynthesisVoice[] | null {
	const all = speechSynthesis.getVoices();
	if (all.length === 0) return null;
	const fitting = all.filter((voice) => voice.lang.slice(0, 2).toLowerCase() === lang);
	return fitting.sort((a, b) => Number(b.localService) - Number(a.localService));
}
