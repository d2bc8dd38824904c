/**
 * Every table, a file a feature. What grows with learners has `learner_id` first in its primary key, so that the
 * database can be sharded by learner; small look-up tables map another key (session, user name, serial, code) to a
 * learner. Names and other personal data stand in `person` alone, and on certificates and what is asked for them
 * (`name_correction`); all else holds opaque ids.
 */
export * from './accounts.ts';
export * from './attempts.ts';
export * from './certificates.ts';
export * from './courses.ts';
export * from './grading.ts';
export * from './learning.ts';
export * from './limits.ts';
export * from './merging.ts';
export * from './paper.ts';
export * from './rooms.ts';
export * from './regrading.ts';
export * from './second-step.ts';
export * from './uploads.ts';
