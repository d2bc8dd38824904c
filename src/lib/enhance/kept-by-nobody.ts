/** Forms in which a secret is typed, whatever its field is now; a shown password is a plain text. */
const secrets = 'input[autocomplete$="-password"], input[name="code"]';

/**
 * What one person was shown or typed, the next one on the same device does not see by leafing back: browsers may keep a
 * page as it stood in memory, whatever its headers say.
 */
export function keptByNobody() {
	const fields = () => document.querySelectorAll<HTMLInputElement>(secrets);
	addEventListener('pagehide', () => fields().forEach((field) => (field.value = '')));
	addEventListener('pageshow', ({ persisted }) => {
		const isSomebodys = document.querySelector('[data-learner]') !== null;
		if (persisted && (isSomebodys || fields().length > 0)) location.reload();
	});
}
