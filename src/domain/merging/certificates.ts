import { foldText } from '#domain/fold.ts';
import { datedFacts, movedTo, type Both, type MergeContext } from './facts.ts';
import { text, type Change, type Kept, type LearningTable, type Row } from './tables.ts';

const cycleOf = (row: Row) => `${text(row, 'course_id')} ${String(row['cycle'])}`;

/**
 * Certificates of a course and cycle go together with what was asked for them, where the account has none of these and
 * the name on them is its own. Completions: the one that a certificate rests on stands, else the earlier; one that rests on
 * a pass that does not count any more goes, and is earned by what does.
 */
export function certificates(
	{ guest, account }: Both,
	context: MergeContext,
	beyond: ReadonlySet<Row>,
): Change[] {
	const taken = new Set(account.certificate.map(cycleOf));
	const isOwnName = (name: unknown) =>
		typeof name === 'string' && context.name !== null && foldText(name) === foldText(context.name);
	const strange = new Set(
		guest.certificate
			.filter((row) => row['superseded_by'] === null)
			.filter((row) => !isOwnName((row['record'] as { holder?: unknown }).holder))
			.map(cycleOf),
	);
	const goes = (row: Row) => !taken.has(cycleOf(row)) && !strange.has(cycleOf(row));
	const moving = guest.certificate.filter(goes);
	const serials = new Set(moving.map((row) => text(row, 'serial')));
	const known = (table: 'certificate' | 'name_correction') =>
		new Set(account[table].map((row) => row['client_id']).filter((id) => id !== null));
	const move = (table: LearningTable, rows: Row[], taken: ReadonlySet<unknown> = new Set()): Change[] =>
		rows.map((gone) => {
			const moved = movedTo(gone, context);
			const after = taken.has(gone['client_id']) ? { ...moved, client_id: null } : moved;
			return { table, gone, before: null, after };
		});
	const rests = new Set(moving.map(cycleOf));
	const lessened = new Set(
		[...beyond].filter((attempt) => attempt['passed']).map((attempt) => text(attempt, 'course_id')),
	);
	return [
		...move('certificate', moving, known('certificate')),
		...move(
			'certificate_serial',
			guest.certificate_serial.filter((row) => serials.has(text(row, 'serial'))),
		),
		...move(
			'name_correction',
			guest.name_correction.filter((row) => serials.has(text(row, 'serial'))),
			known('name_correction'),
		),
		...move(
			'voucher',
			guest.voucher.filter((row) => isOwnName(row['holder'])),
		),
		...datedFacts('course_completion', { guest, account }, context, cycleOf, 'completed_at').map(
			(change): Change => {
				const { gone, before } = change;
				if (gone && !rests.has(cycleOf(gone)) && lessened.has(text(gone, 'course_id')))
					return { ...change, after: before };
				if (!gone || !before) return change;
				if (taken.has(cycleOf(before))) return { ...change, after: before };
				return rests.has(cycleOf(gone)) ? { ...change, after: movedTo(gone, context) } : change;
			},
		),
	];
}

/** How many certificates stay with the guest. */
export function certificatesKept(guest: Kept, changes: readonly Change[]): number {
	const gone = new Set(changes.filter(({ table }) => table === 'certificate').map(({ gone }) => gone));
	return guest.certificate.filter((row) => row['superseded_by'] === null && !gone.has(row)).length;
}
