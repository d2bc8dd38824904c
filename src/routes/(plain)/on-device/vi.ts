import { common } from '#messages/vi/common.ts';
import { course } from '#messages/vi/course.ts';
import { home } from '#messages/vi/home.ts';
import { lesson } from '#messages/vi/lesson.ts';
import { question } from '#messages/vi/question.ts';
import { rendererOf } from './render.ts';

export const renderer = rendererOf('vi', { common, course, home, lesson, question });
