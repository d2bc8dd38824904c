import { currentId } from '#domain/renames.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { LearningEvent, type EventReceipt } from '#schemas/progress.ts';
import { validatorOf } from '../plugins/validation.ts';
import { isWhole } from '../plugins/well-formed.ts';
import { lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { Batch } from '../db/batch.ts';
import { within } from '../db/query.ts';
import { insertEvents, keyOf, type EventRow } from './event-store.ts';
import { contextOf } from '../learning/context.ts';
import { settleCourse } from '../learning/settle.ts';

const isEvent = validatorOf(LearningEvent);
const day = 24 * 3_600_000;
/** A phone that has lost the time shows 1970; what lies before is no clock's time. */
const earliest = Date.UTC(1969, 0, 1);

/** What recording needs beside the rest: kept for as long as the server runs. */
export interface EventDeps extends Deps {
	/** The events of one request go together; those of several requests that come at the same time share a statement. */
	batch: Batch<EventRow[], Set<string>>;
}

export function eventDeps(deps: Deps): EventDeps {
	const write = async (requests: EventRow[][]) => {
		const kept = await insertEvents(deps.database.query, requests.flat());
		return requests.map(() => kept);
	};
	// A device that sends the same events twice at once has its second turn in the next statement.
	const keyOfRequest = ([first]: EventRow[]) => first?.learner ?? '';
	return { ...deps, batch: new Batch(keyOfRequest, write, { rows: 50, atOnce: 2 }) };
}

type Reasons = (reason: Reason) => string;
type Reason =
	| { failure: 'course-unknown' | 'version-unknown' | 'lesson-unknown' }
	| { event: 'itemUnknown' | 'tooFarAhead' }
	| { path: string };
type Judged = { row: EventRow; said: string } | { reason: Reason };

/** Keeps what a device reports. Each event is judged by itself; what is accepted is committed. */
export async function recordEvents(
	deps: EventDeps,
	who: Principal,
	events: unknown[],
	locale: Locale,
): Promise<EventReceipt> {
	const now = deps.now();
	const reasons = reasonsIn(locale);
	const receipt: EventReceipt = { accepted: [], duplicate: [], rejected: [] };
	const rows = new Map<string, { row: EventRow; said: string }>();
	for (const [index, event] of events.entries()) {
		const judged = await judge(deps.catalog, who, event, new Date(now.getTime() + index), now);
		if ('reason' in judged) receipt.rejected.push({ id: idOf(event), reason: reasons(judged.reason) });
		else if (rows.has(judged.row.id)) receipt.duplicate.push(judged.said);
		else rows.set(judged.row.id, judged);
	}
	const kept = await keep(
		deps,
		who.learner,
		[...rows.values()].map((each) => each.row),
		now,
	);
	for (const { row, said } of rows.values())
		(kept.has(keyOf(row)) ? receipt.accepted : receipt.duplicate).push(said);
	return receipt;
}

/** `at` is a millisecond later for each event of a batch, so that their order is kept where device times are equal. */
async function judge(catalog: Catalog, who: Principal, event: unknown, at: Date, now: Date): Promise<Judged> {
	if (!isWhole(event)) return { reason: { path: '/' } };
	if (!isWellFormed(event)) return { reason: { path: firstError() } };
	const time = Date.parse(event.at);
	if (!(time >= earliest)) return { reason: { path: '/at' } };
	if (time > now.getTime() + day) return { reason: { event: 'tooFarAhead' } };

	// A phone may report late what was done before the course was withdrawn.
	const active = await catalog.lastVersion(event.course);
	if (!active) return { reason: { failure: 'course-unknown' } };
	const course = event.version ? await catalog.version(event.course, event.version) : active;
	if (!course) return { reason: { failure: 'version-unknown' } };
	const lesson = lessonIn(course, event.lesson);
	if (lesson === null) return { reason: { failure: 'lesson-unknown' } };
	const isTry = event.type === 'try.done' || event.type === 'try.undone';
	if (isTry && !(event.item && course.manifest.lessons[lesson]?.tries.includes(event.item)))
		return { reason: { event: 'itemUnknown' } };

	const row: EventRow = {
		learner: who.learner,
		id: event.id.toLowerCase(),
		type: event.type,
		course: event.course,
		lesson,
		lessonNow: lessonIn(active, lesson) ?? lesson,
		item: isTry ? (event.item ?? null) : null,
		version: course.version,
		at: at.toISOString(),
		...contextOf(who, event.locale ?? who.locale, event.context),
		deviceTime: new Date(time).toISOString(),
	};
	return { row, said: event.id };
}

function lessonIn({ manifest }: CourseVersion, id: string): string | null {
	return currentId(id, manifest.formerly, manifest.lessons);
}

function isWellFormed(event: unknown): event is LearningEvent {
	return Boolean(isEvent(event));
}

/** Of the event that was judged last. */
function firstError(): string {
	const found = isEvent.errors?.[0];
	if (!found) return '/';
	const { missingProperty, additionalProperty } = found.params as Record<string, string | undefined>;
	const name = missingProperty ?? additionalProperty;
	const named = name === undefined ? '' : `/${name}`;
	return `${found.instancePath}${named}` || '/';
}

function idOf(event: unknown): string | null {
	const id = typeof event === 'object' && event !== null && 'id' in event ? event.id : null;
	return typeof id === 'string' && isWhole(id) ? id : null;
}

function reasonsIn(locale: Locale): Reasons {
	const { failures, events } = messagesFor(locale).api;
	return (reason) => {
		if ('failure' in reason) return failures[reason.failure].detail({});
		return 'event' in reason ? events[reason.event] : events.malformed(reason);
	};
}

/** One statement; where lessons were finished, in a transaction that writes down the courses they complete. */
async function keep(deps: EventDeps, learner: string, rows: EventRow[], now: Date): Promise<Set<string>> {
	if (rows.length === 0) return new Set();
	const finished = rows.filter((row) => row.type === 'lesson.done');
	if (finished.length === 0) return deps.batch.add(rows);
	const active = new Map<string, CourseVersion | null>();
	for (const { course } of finished) active.set(course, await deps.catalog.lastVersion(course));
	return deps.database.db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const kept = await insertEvents(within(tx), rows);
		for (const id of new Set(finished.filter((row) => kept.has(keyOf(row))).map((row) => row.course))) {
			const course = active.get(id);
			if (course) await settleCourse(tx, course, learner, now);
		}
		return kept;
	});
}
