/** Fetches what keeps a list up to date only on the page that has one. */
export function live(): void {
	const box = document.querySelector<HTMLElement>('[data-room-live]');
	if (box && 'EventSource' in window) void import('./live-room.ts').then(({ liveRoom }) => liveRoom(box));
}
