import { count } from './count.ts';

/** Minutes as people say them: from an hour on in hours, rounded to five minutes. */
export function longMinutes(n: number): string {
	if (n < 60) return count(n, 'minute', 'minutes');
	const rounded = Math.round(n / 5) * 5;
	const [hours, minutes] = [Math.floor(rounded / 60), rounded % 60];
	const said = count(hours, 'hour', 'hours');
	return minutes === 0 ? said : `${said} ${count(minutes, 'minute', 'minutes')}`;
}
