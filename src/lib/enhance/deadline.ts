/** Milliseconds by which a device's clock may run ahead of its count without having slept. */
const sleep = 5000;

/** The name of the event by which a page hears that its time is up at another moment. */
const moved = 'deadline-moved';

/** Tells the clock of the page when time is up, as the server says it with each answer: somebody may have added some. */
export function tellDeadline({ savedAt, deadline: end }: { savedAt: string; deadline?: string }): void {
	if (!end) return;
	// From one moment of the server's clock to another: the device's own may be wrong.
	const seconds = (Date.parse(end) - Date.parse(savedAt)) / 1000;
	document.dispatchEvent(new CustomEvent(moved, { detail: { end, seconds } }));
}

/** `[data-deadline]`: counts the minutes of an attempt down, quietly; speaks at five and at one, and turns the page at zero. */
export function deadline() {
	const box = document.querySelector<HTMLElement>('[data-deadline]');
	const left = box?.querySelector('[data-deadline-left]');
	const say = document.querySelector<HTMLElement>('[data-deadline-say]');
	if (!box || !left || !say) return;
	const { many = '', one = '', last = '', path = '' } = box.dataset;
	// By how long the page has been open: the device's clock may be wrong, and may be put right meanwhile.
	let end = performance.now() + Number(box.dataset.deadline) * 1000;
	const opened = Date.now() - performance.now();
	let before = Number(box.dataset.deadline);
	let isLeaving = false;

	const look = () => {
		const seconds = Math.max(0, (end - performance.now()) / 1000);
		const n = Math.floor(seconds / 60);
		const words = n < 1 ? last : n === 1 ? one : many.replace('{n}', String(n));
		if (left.textContent !== words) left.textContent = words;
		box.classList.toggle('soon', n < 5);
		const crossed = (minutes: number) => before > minutes * 60 && seconds <= minutes * 60;
		if (crossed(5)) say.textContent = say.dataset.five ?? '';
		if (crossed(1)) say.textContent = say.dataset.one ?? '';
		before = seconds;
		if (seconds > 0 || isLeaving || !navigator.onLine) return;
		isLeaving = true;
		location.assign(path);
	};
	setInterval(look, 1000);
	document.addEventListener('visibilitychange', () => {
		// Some devices stop counting while they sleep, and only the clock tells: then the server says how long is left.
		const slept = Date.now() - performance.now() - opened;
		if (!document.hidden && slept > sleep && navigator.onLine) location.reload();
		else look();
	});
	addEventListener('online', look);
	document.addEventListener(moved, (event) => {
		const { detail } = event as CustomEvent<{ end: string; seconds: number }>;
		end = performance.now() + detail.seconds * 1000;
		void tellEnd(box, detail.end);
		look();
	});
}

/** How times are written is fetched here, where one changes: no other page needs it at once. */
async function tellEnd(box: HTMLElement, end: string): Promise<void> {
	const until = box.querySelector('[data-deadline-until]');
	if (!until || !box.dataset.until) return;
	const { untilWords } = await import('./deadline-time.ts');
	until.textContent = untilWords(box.dataset.until, end);
}
