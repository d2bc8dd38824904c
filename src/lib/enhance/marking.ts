/** `form[data-marking]`: what makes grading by keys fast is fetched on the pages that grade alone. */
export function marking() {
	if (document.querySelector('form[data-marking], [data-marking-saved]'))
		void import('./marking-keys.ts').then(({ markingPage }) => markingPage()).catch(() => undefined);
}
