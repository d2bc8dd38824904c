import { foldText } from '#domain/fold.ts';
import { localised } from '#domain/frameworks.ts';
import type { Locale } from '#schemas/common.ts';
import type { Localised } from '#schemas/names.ts';
import type { Merge, MergeOffer, OfferedCourse } from '#schemas/merging.ts';
import type { Principal } from '../app-types.ts';
import { listAttempts } from '../attempts/list.ts';
import { selectCertificates } from '../certificates/store.ts';
import { describeCourse } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { describeAllProgress } from '../progress/progress.ts';
import { isThere, selectMerges, type MergeRow, type OfferRow } from './store.ts';

/** How long whoever was taken back can be gone on with, in milliseconds: as long as guests are kept. */
export const openFor = 30 * 24 * 3_600_000;

/** What a guest has learned, for whoever decides what becomes of it. */
export async function describeOffer(
	deps: Deps,
	{ who, offer, locale }: { who: Principal; offer: OfferRow; locale: Locale },
): Promise<MergeOffer> {
	const { guestId, until, shared } = offer;
	const [courses, attempts, certificates] = await Promise.all([
		describeAllProgress(deps, guestId, locale),
		listAttempts(deps, guestId, { locale }),
		certificatesOf(deps, guestId, who, locale),
	]);
	const known = await Promise.all(
		courses.map(async ({ course, lessons }): Promise<OfferedCourse | null> => {
			const version = await deps.catalog.lastVersion(course);
			if (!version) return null;
			const described = describeCourse(version, locale);
			const done = new Set(lessons.flatMap(({ id, doneAt }) => (doneAt === null ? [] : [id])));
			return {
				course,
				title: described.title,
				locale: described.locale,
				lessons: described.lessons
					.filter(({ id }) => done.has(id))
					.map(({ id, title, locale: said }) => ({ id, title, locale: said })),
				attempts: attempts.filter((attempt) => attempt.course === course),
			};
		}),
	);
	return {
		guest: guestId,
		until: until.toISOString(),
		shared,
		courses: known
			.filter((one) => one !== null)
			.filter((one) => one.lessons.length + one.attempts.length > 0),
		certificates,
	};
}

async function certificatesOf({ database: { db } }: Deps, guest: string, who: Principal, locale: Locale) {
	const own = await selectCertificates(db, who.learner);
	const name = who.displayName === null ? null : foldText(who.displayName);
	return (await selectCertificates(db, guest))
		.filter((row) => row.supersededBy === null)
		.map(({ record, courseId, cycle }) => ({
			...titleOf(record.courseTitle, locale),
			holder: record.holder,
			comes:
				foldText(record.holder) === name &&
				!own.some((row) => row.courseId === courseId && row.cycle === cycle),
		}));
}

function titleOf(titles: Localised, wanted: Locale) {
	const { text, locale } = localised(titles, wanted, 'vi');
	return { title: text, locale };
}

export async function listMerges(deps: Deps, learner: string): Promise<Merge[]> {
	const rows = await selectMerges(deps.database.db, learner);
	return Promise.all(rows.map((row) => describeMerge(deps, row)));
}

export async function describeMerge({ database: { db }, now }: Deps, row: MergeRow): Promise<Merge> {
	const { id, at, until, undoneAt, guestId, brought } = row;
	return {
		id,
		at: at.toISOString(),
		until: until.toISOString(),
		undoneAt: undoneAt?.toISOString() ?? null,
		canUndo: !undoneAt && until > now(),
		canOpen: canOpen(row, now()) && (await isThere(db, guestId)),
		brought,
	};
}

export function canOpen({ undoneAt }: Pick<MergeRow, 'undoneAt'>, now: Date): boolean {
	return undoneAt !== null && undoneAt.getTime() + openFor > now.getTime();
}
