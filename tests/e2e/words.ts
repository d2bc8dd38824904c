import { messagesFor, type Messages } from '#messages/index.ts';
import type { Locale } from '#schemas/names.ts';
import { ai } from './answers.ts';

/** The site's words on pages of a course: they address their reader as its track does. */
export function inCourse({ course, locale }: { course: string; locale: Locale }): Messages {
	return messagesFor(locale, course === ai ? 'anh/chị' : 'bác');
}

/** On pages of the courses for older people, and to who belongs to their group. */
export const toElder = messagesFor('vi', 'bác');
/** On pages of the courses for officials. */
export const toOfficial = messagesFor('vi', 'anh/chị');
