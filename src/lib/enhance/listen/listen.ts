/** Joins what reads, a recording or the device's voice, to the buttons that steer it. */
import { bar, type Steering } from './bar.ts';
import { DeviceVoice } from './device-voice.ts';
import { Marking } from './marking.ts';
import { RecordingReader } from './recording.ts';
import type { Heard, Reader } from './reader.ts';
import { stretches } from './read-text.ts';
import { showVoices } from './voice-choice.ts';

/** `instead`: offers the device's voice, where the recording cannot be had. */
export function listenTo(box: HTMLElement, audio: HTMLAudioElement, instead: () => void): void {
	const start = box.querySelector<HTMLElement>('[data-listen-start]');
	steer(
		box,
		start,
		(heard) => new RecordingReader(audio, heard),
		() => {
			say(box, 'failed');
			instead();
		},
	);
}

/** `mute`: says that there is no voice. */
export function readByDevice(box: HTMLElement, mute: () => void): void {
	const text = document.querySelector('[data-read]');
	const start = box.querySelector<HTMLElement>('[data-read-start]');
	if (!text) return;
	const title = document.querySelector('h1');
	const queue = [...(title ? stretches(title) : []), ...stretches(text)];
	const lang = box.dataset.listen ?? '';
	steer(
		box,
		start,
		(heard) => {
			const voice = new DeviceVoice(queue, lang, heard);
			showVoices(lang, (chosen) => voice.speakBy(chosen));
			return voice;
		},
		() => {
			say(box);
			mute();
			if (start) start.hidden = true;
		},
	);
}

let stopOther = () => {};

function steer(
	box: HTMLElement,
	start: HTMLElement | null,
	reading: (heard: Heard) => Reader,
	failed: () => void,
): void {
	stopOther();
	const marking = new Marking();
	const finish = (message?: string) => {
		reader.end();
		marking.clear();
		steering.close();
		say(box, message);
	};
	const heard: Heard = {
		at: (element) => marking.move(element),
		playing(isPlaying) {
			steering.show(isPlaying);
			say(box, isPlaying ? 'reading' : 'paused');
		},
		ended: () => finish('ended'),
		failed() {
			finish();
			failed();
		},
	};
	const reader = reading(heard);
	const steering: Steering = bar(box, start, {
		pause: () => reader.pause(),
		resume: () => reader.play(),
		skip: (by) => {
			marking.follow();
			reader.skip(by);
		},
		end: () => finish('stopped'),
		rate: (rate) => reader.setRate(rate),
	});
	stopOther = () => finish();
	steering.show(true);
	reader.setRate(steering.rate());
	reader.play();
	addEventListener('pagehide', () => reader.end(), { once: true });
}

/** By the name of a `data-` attribute of the box; nothing: silence. */
function say(box: HTMLElement, name?: string): void {
	const status = document.querySelector('[data-read-status]');
	if (status) status.textContent = name === undefined ? '' : (box.dataset[name] ?? '');
}
