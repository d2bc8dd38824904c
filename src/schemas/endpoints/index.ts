/** Every endpoint of the API, whole, by its name in `paths.ts`. What is missing does not compile. */
import type * as paths from '../paths.ts';
import { accounts } from './accounts.ts';
import { analysis } from './analysis.ts';
import { attempts } from './attempts.ts';
import { care } from './care.ts';
import { certificates } from './certificates.ts';
import { corrections } from './corrections.ts';
import { courses } from './courses.ts';
import type { Endpoint } from './endpoint.ts';
import { grading } from './grading.ts';
import { health } from './health.ts';
import { merging } from './merging.ts';
import { paper } from './paper.ts';
import { progress } from './progress.ts';
import { passkeys } from './passkeys.ts';
import { regrading } from './regrading.ts';
import { rescues } from './rescues.ts';
import { rooms } from './rooms.ts';
import { secondStep } from './second-step.ts';
import { security } from './security.ts';
import { views } from './views.ts';

export const endpoints = {
	...health,
	...accounts,
	...security,
	...secondStep,
	...passkeys,
	...merging,
	...rescues,
	...care,
	...courses,
	...attempts,
	...analysis,
	...grading,
	...rooms,
	...regrading,
	...paper,
	...progress,
	...certificates,
	...corrections,
	...views,
} satisfies { [Name in keyof typeof paths]: Endpoint & { address: (typeof paths)[Name] } };
export type Endpoints = typeof endpoints;
