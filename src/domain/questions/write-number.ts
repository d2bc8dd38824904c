import type { Locale } from '#schemas/names.ts';

/**
 * A number as people write it, with the locale's decimal mark, all its digits and no thousands marks: what `readNumber`
 * reads as that very number again. JavaScript itself writes 0.0000001 as `1e-7`.
 */
export function writeNumber(value: number, locale: Locale): string {
	const [, sign = '', whole = '', decimals = '', exponent = '0'] =
		/^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
	const moved = Number(exponent);
	const digits = whole + decimals;
	const point = whole.length + moved;
	const padded =
		point <= 0 ? '0'.repeat(1 - point) + digits : digits + '0'.repeat(Math.max(0, point - digits.length));
	const at = Math.max(1, point);
	const rest = padded.slice(at);
	return `${sign}${padded.slice(0, at)}${rest && `${decimalMarks[locale]}${rest}`}`;
}

const decimalMarks: Record<Locale, string> = { vi: ',', km: ',', en: '.' };
