import type { Locale } from '#schemas/common.ts';
import type { TextSize, Theme } from '#lib/preferences.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			textSize: TextSize;
			theme: Theme;
		}
		interface Error {
			message: string;
		}
	}
}

export {};
