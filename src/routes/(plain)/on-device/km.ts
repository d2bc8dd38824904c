import { common } from '#messages/km/common.ts';
import { course } from '#messages/km/course.ts';
import { home } from '#messages/km/home.ts';
import { lesson } from '#messages/km/lesson.ts';
import { question } from '#messages/km/question.ts';
import { rendererOf } from './render.ts';

export const renderer = rendererOf('km', { common, course, home, lesson, question });
