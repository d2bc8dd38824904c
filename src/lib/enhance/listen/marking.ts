/** Marks what is being read, and keeps it in sight of a reader who has not scrolled away from it. */
export class Marking {
	private marked: Element | null = null;
	private isAsked = true;

	/** Whatever the reader looks at now: they asked to be led. */
	follow(): void {
		this.isAsked = true;
	}

	move(element: Element | null): void {
		if (element === this.marked) return;
		const isWith = this.isAsked || (this.marked !== null && isInSight(this.marked));
		this.isAsked = false;
		this.clear();
		if (!element) return;
		this.marked = element;
		element.classList.add('being-read');
		if (isWith && !isWhole(element)) {
			const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
			element.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
		}
	}

	clear(): void {
		this.marked?.classList.remove('being-read');
		this.marked = null;
	}
}

/** Whether some of it is on the screen. */
function isInSight(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return bottom > 0 && top < innerHeight;
}

/** Whether all of it is on the screen, above the buttons that steer. */
function isWhole(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	const covered = parseFloat(document.documentElement.style.scrollPaddingBottom) || 0;
	return top >= 0 && bottom <= innerHeight - covered;
}
