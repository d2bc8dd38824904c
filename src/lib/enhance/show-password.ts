/** `button[data-show-password="id"]`: shows what is typed into that field, and covers it again. */
export function showPassword() {
	document.querySelectorAll<HTMLButtonElement>('[data-show-password]').forEach((button) => {
		const field = document.getElementById(button.dataset.showPassword ?? '');
		const words = button.querySelector('span');
		if (!(field instanceof HTMLInputElement) || !words) return;
		button.hidden = false;
		const show = (isShown: boolean) => {
			field.type = isShown ? 'text' : 'password';
			words.textContent = (isShown ? button.dataset.hide : button.dataset.show) ?? '';
		};
		button.addEventListener('click', () => {
			show(field.type === 'password');
			field.focus();
		});
		// Covered again when it is sent, so that no browser keeps it as a plain text.
		field.form?.addEventListener('submit', () => show(false));
	});
}
