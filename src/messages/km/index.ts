import type { Messages } from '../vi/index.ts';
import { account } from './account.ts';
import { analysis } from './analysis.ts';
import { api } from './api.ts';
import { certificate } from './certificate.ts';
import { common } from './common.ts';
import { course } from './course.ts';
import { device } from './device.ts';
import { error } from './error.ts';
import { file } from './file.ts';
import { examPaper } from './exam-paper.ts';
import { grading } from './grading.ts';
import { help } from './help.ts';
import { helper } from './helper.ts';
import { home } from './home.ts';
import { learning } from './learning.ts';
import { lesson } from './lesson.ts';
import { offline } from './offline.ts';
import { merging } from './merging.ts';
import { paper } from './paper.ts';
import { pdf } from './pdf.ts';
import { question } from './question.ts';
import { quiz } from './quiz.ts';
import { refused } from './refused.ts';
import { regrade } from './regrade.ts';
import { rescue } from './rescue.ts';
import { room } from './room.ts';
import { secondStep } from './second-step.ts';
import { security } from './security.ts';
import { settings } from './settings.ts';
import { teach } from './teach.ts';

export const km = {
	account,
	analysis,
	api,
	certificate,
	common,
	course,
	device,
	error,
	file,
	examPaper,
	grading,
	help,
	helper,
	home,
	learning,
	lesson,
	offline,
	merging,
	paper,
	pdf,
	question,
	quiz,
	refused,
	regrade,
	rescue,
	room,
	secondStep,
	security,
	settings,
	teach,
} satisfies Messages;
