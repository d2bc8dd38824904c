/** `figure:target`: a picture that lies over its page is left by Escape, too. */
export function enlarged() {
	addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') document.querySelector<HTMLElement>('figure:target [data-close]')?.click();
	});
}
