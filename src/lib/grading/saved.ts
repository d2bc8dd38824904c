import { oneOf } from '#lib/preferences.ts';
import { isUuid } from '#schemas/names.ts';
import type { GradingTask } from '#schemas/grading.ts';

const states = ['waits', 'differs', 'graded'] as const;

/** What was saved just before, as the address says: the task and what came of it. */
export interface Saved {
	task: string;
	state: GradingTask['state'];
}

export function savedIn({ searchParams }: URL): Saved | null {
	const task = searchParams.get('saved') ?? '';
	const state = oneOf(states, searchParams.get('state'));
	return isUuid(task) && state ? { task, state } : null;
}

export function savedQuery({ id, state }: Pick<GradingTask, 'id' | 'state'>): string {
	return `?${new URLSearchParams({ saved: id, state })}`;
}
