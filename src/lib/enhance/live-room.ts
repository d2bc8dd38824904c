/** A reply or an event that comes sooner than this after the last one waits for it, in milliseconds. */
const pause = 1000;
/** How often the list is asked for where nothing is heard. */
const every = 20_000;
const part = 'room-people';

/**
 * `[data-room-live]`: hears from the server when something in a room is new (server-sent events), and then puts the page's
 * own list in the place of the old one. Where nothing can be heard it asks now and then, and says so.
 */
export function liveRoom(box: HTMLElement): void {
	let wanted = box.dataset.revision ?? '';
	let brought = wanted;
	let isBusy = false;
	const source = new EventSource(box.dataset.roomLive ?? '');
	source.addEventListener('room', hear);
	source.addEventListener('over', (event) => {
		source.close();
		hear(event);
	});
	source.addEventListener('error', () => {
		say(false);
		// The browser tries again by itself, unless it was refused.
		if (source.readyState === EventSource.CLOSED) setInterval(() => want(String(Date.now())), every);
	});
	addEventListener('pagehide', () => source.close());

	function hear({ data }: MessageEvent<string>): void {
		say(true);
		want(data);
	}

	/** Whether the list keeps itself up to date. */
	function say(isLive: boolean): void {
		for (const [name, isShown] of Object.entries({ now: isLive, lost: !isLive, reload: !isLive })) {
			const line = box.querySelector<HTMLElement>(`[data-room-${name}]`);
			if (line) line.hidden = !isShown;
		}
	}

	function want(revision: string): void {
		wanted = revision;
		if (!isBusy) void renew();
	}

	/** What comes while the list is on its way brings the next one. */
	async function renew(): Promise<void> {
		isBusy = true;
		while (brought !== wanted) {
			brought = wanted;
			await bring().catch(() => say(false));
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
		isBusy = false;
	}
}

async function bring(): Promise<void> {
	const reply = await fetch(location.href, { headers: { accept: 'text/html', 'x-part': part } });
	if (reply.ok) replaceList(await reply.text());
}

/** Whoever is at a name in the list stays there, and only words that have changed are read out. */
function replaceList(html: string): void {
	const template = document.createElement('template');
	template.innerHTML = html;
	const fresh = template.content.querySelector(`page-part#${part}`);
	const old = document.getElementById(part);
	if (!fresh || !old) return;
	const at = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.keep : undefined;
	const said = old.querySelector('[data-room-summary]');
	const says = fresh.querySelector('[data-room-summary]');
	if (said && says && said.textContent === says.textContent) says.removeAttribute('role');
	old.replaceWith(fresh);
	if (at) fresh.querySelector<HTMLElement>(`[data-keep="${CSS.escape(at)}"]`)?.focus();
}
