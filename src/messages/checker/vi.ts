import { course } from './vi/course.ts';
import { files } from './vi/files.ts';
import { items } from './vi/items.ts';
import { quiz } from './vi/quiz.ts';
import { recordings } from './vi/recordings.ts';
import { text } from './vi/text.ts';

/** What `check` says, in Vietnamese: what is wrong, why it matters, how to mend it. Other languages follow this type. */
export const vi = { ...files, ...text, ...quiz, ...items, ...course, ...recordings };
