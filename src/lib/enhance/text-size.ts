import { visitor, whoseField } from '#schemas/whose.ts';

/** The text-size button of a lesson, at once and without a reload; the form is sent behind it. */
export function textSize() {
	document.querySelectorAll<HTMLFormElement>('[data-text-size]').forEach((form) => {
		const button = form.querySelector('button');
		const words = button?.querySelector('span');
		if (!button || !words) return;
		const offer = (size: string) => {
			button.value = size;
			words.textContent = (size === 'large' ? button.dataset.larger : button.dataset.smaller) ?? '';
		};
		// A page of the device was made before its reader chose.
		if (button.value === document.documentElement.dataset.size)
			offer(button.value === 'large' ? 'normal' : 'large');
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			const size = button.value;
			document.documentElement.dataset.size = size;
			document.cookie = `textSize=${size}; path=/; max-age=31536000; samesite=lax`;
			const whose = document.querySelector<HTMLElement>('main')?.dataset.learner ?? visitor;
			const body = new URLSearchParams({ textSize: size, back: '/settings', [whoseField]: whose });
			void fetch(form.action, {
				method: 'POST',
				body,
				headers: { accept: 'text/html' },
				redirect: 'manual',
			}).catch(() => undefined);
			offer(size === 'large' ? 'normal' : 'large');
		});
	});
}
