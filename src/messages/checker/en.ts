import type { vi } from './vi.ts';
import { course } from './en/course.ts';
import { files } from './en/files.ts';
import { items } from './en/items.ts';
import { quiz } from './en/quiz.ts';
import { recordings } from './en/recordings.ts';
import { text } from './en/text.ts';

export const en = { ...files, ...text, ...quiz, ...items, ...course, ...recordings } satisfies typeof vi;
