import { common } from '#messages/en/common.ts';
import { course } from '#messages/en/course.ts';
import { home } from '#messages/en/home.ts';
import { lesson } from '#messages/en/lesson.ts';
import { question } from '#messages/en/question.ts';
import { rendererOf } from './render.ts';

export const renderer = rendererOf('en', { common, course, home, lesson, question });
