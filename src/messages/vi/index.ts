import { api } from './api.ts';
import { common } from './common.ts';
import { course } from './course.ts';
import { error } from './error.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { lesson } from './lesson.ts';
import { pdf } from './pdf.ts';
import { question } from './question.ts';
import { settings } from './settings.ts';

export const vi = { api, common, course, error, help, home, lesson, pdf, question, settings };
export type Messages = typeof vi;
