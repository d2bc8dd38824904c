import type { Static } from 'typebox';
import { assure, neededMinutes } from '#domain/assurance.ts';
import { lastDay, skillsOfCourse } from '#domain/certificates.ts';
import type { Completion, Facts } from '#domain/facts.ts';
import { progressOn } from '#domain/progress.ts';
import { supervisionOf, unsupervisedQuizzes } from '#domain/supervised.ts';
import { normaliseName } from '#domain/text.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { Assurance, CertificateRequest, Proof, Supervision } from '#schemas/certificate.ts';
import type { Deps } from '../deps.ts';
import { lockLearner, selectPerson } from '../accounts/store.ts';
import { settleOverdueOf } from '../attempts/close.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { selectManifest } from '../courses/store.ts';
import type { Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { within, type Query } from '../db/query.ts';
import { selectStanding } from '../learning/facts-store.ts';
import { settleCourse } from '../learning/settle.ts';
import { selectEvidence } from './evidence-store.ts';
import { unprintable } from './fonts.ts';
import { drawSerial, issue, type Certified } from './record.ts';
import { selectOptionalByClient, selectOptionalOwn, type CertificateRow } from './store.ts';

export interface Issued {
	row: CertificateRow;
	/** Issued now, rather than there already. */
	fresh: boolean;
}

/**
 * Issues the certificate of the learner's latest cycle, or gives the one that is there. What earns it is the dated
 * completion; a later version of the course that asks for more takes nothing back. It is issued to whoever is seen to
 * have learned, or is vouched for (`domain/assurance.ts`).
 */
export async function requestCertificate(
	deps: Deps,
	learner: string,
	{ course: courseId, clientId }: Static<typeof CertificateRequest>,
): Promise<Issued | Failure> {
	const { catalog, database, now } = deps;
	const { timeZone } = catalog;
	const course = await catalog.lastVersion(courseId);
	if (!course) return fail('course-unknown');
	await settleOverdueOf(deps, { learner, course: courseId }, now());
	return database.db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const sent = clientId ? await selectOptionalByClient(tx, learner, clientId) : null;
		if (sent && sent.courseId !== courseId) return fail('id-in-use');

		// A new version may ask for less than was done: then the course is complete without a further act.
		await settleCourse(tx, course, learner, now());
		const { facts, completions } = await selectStanding(within(tx), learner, courseId);
		const completion = completions.find((each) => !sent || each.cycle === sent.cycle);
		const there = completion?.serial && (await selectOptionalOwn(tx, learner, completion.serial));
		if (there) return there.revokedAt ? fail('certificate-not-in-force') : { row: there, fresh: false };

		// What is not offered any more is still certified to those who completed it.
		if (course.withdrawn && !completion) return fail('course-unknown');
		const certified = await manifestCertified(tx, course, completion);
		if (!certified) return fail('no-certificate');
		const holder = normaliseName((await selectPerson(tx, learner)).displayName ?? '');
		if (!completion || !holder)
			return fail('certificate-missing', { missing: missing(course, facts, completion, holder) });
		const signs = await unprintable(holder);
		if (signs.length > 0) return nameUnprintable(signs);
		const assured = await assureIn(within(tx), course, learner, now());
		if ('proof' in assured) {
			const done = { lessons: [], quizzes: [], name: false };
			return fail('certificate-missing', { missing: { ...done, proof: assured.proof } });
		}
		const unsupervised = unsupervisedQuizzes(
			certified,
			{ facts, completions },
			{ cycle: completion.cycle, timeZone },
		);
		const needed = stillSupervised(course, unsupervised, assured.assurance);
		if (needed.length > 0) {
			const done = { lessons: [], quizzes: [], name: false };
			return fail('certificate-missing', { missing: { ...done, supervised: needed } });
		}
		const supervision = supervisionOf(certified, unsupervised);
		const serial = await drawSerial(tx, learner);
		const to = {
			learnerId: learner,
			serial,
			cycle: completion.cycle,
			clientId: clientId ?? null,
			correctedBy: null,
		};
		return {
			row: await issue(
				tx,
				recordOf(certified, completion, { holder, now: now(), timeZone, ...assured, supervision }),
				to,
				timeZone,
			),
			fresh: true,
		};
	});
}

function assureIn(query: Query, { manifest }: CourseVersion, learner: string, now: Date) {
	return selectEvidence(query, learner, manifest.course).then((evidence) =>
		assure(evidence, neededMinutes(manifest), now.getTime()),
	);
}

/** What a certificate still waits for once its course is complete; null: nothing. */
export async function proofFor(
	{ catalog, database, now }: Deps,
	learner: string,
	courseId: string,
): Promise<{ proof: Proof | null; supervised: string[] } | null> {
	const course = await catalog.lastVersion(courseId);
	if (!course) return null;
	const assured = await assureIn(database.query, course, learner, now());
	const proof = 'proof' in assured ? assured.proof : null;
	const learning = await selectStanding(database.query, learner, courseId);
	const [completion] = learning.completions;
	const certified = await manifestCertified(database.db, course, completion);
	const { timeZone } = catalog;
	const unsupervised =
		certified && completion
			? unsupervisedQuizzes(certified, learning, { cycle: completion.cycle, timeZone })
			: [];
	const by = 'assurance' in assured ? assured.assurance : { by: 'learning' as const, minutes: 0 };
	const supervised = stillSupervised(course, unsupervised, by);
	return proof || supervised.length > 0 ? { proof, supervised } : null;
}

/**
 * Quizzes that a course wants to be passed in a supervised room and that were not; none where somebody vouches for the
 * learner, who has then been seen to do it themselves.
 */
function stillSupervised(
	{ manifest }: CourseVersion,
	unsupervised: string[],
	assurance: Assurance,
): string[] {
	return manifest.requires.supervised && assurance.by !== 'helper' ? unsupervised : [];
}

/** Of the version that the course was completed on; of the active one where that gave no certificate yet. */
async function manifestCertified(
	tx: Sql,
	{ version, manifest }: CourseVersion,
	completion: Completion | undefined,
): Promise<Manifest | null> {
	const isOlder = completion && completion.version !== version;
	const completed = isOlder ? await selectManifest(tx, manifest.course, completion.version) : null;
	return [completed, manifest].find((each) => each?.certificate) ?? null;
}

/** Nothing is issued that cannot be printed. */
export function nameUnprintable(signs: string[]): Failure {
	return fail('name-unprintable', { path: '/displayName', values: { signs: signs.slice(0, 10).join(' ') } });
}

function recordOf(
	manifest: Manifest,
	completion: Completion,
	{
		holder,
		now,
		timeZone,
		assurance,
		supervision,
	}: Pick<Certified, 'holder' | 'assurance'> & {
		supervision: Supervision | undefined;
		now: Date;
		timeZone: string;
	},
): Certified {
	const completedAt = completion.completedAt.toISOString();
	const validFor = manifest.certificate?.validFor ?? null;
	return {
		holder,
		course: manifest.course,
		courseTitle: manifest.title,
		certificateTitle: manifest.certificate?.title ?? manifest.title,
		version: completion.version,
		skills: skillsOfCourse(manifest),
		completedAt,
		issuedAt: now.toISOString(),
		validUntil: validFor === null ? null : lastDay(completedAt, validFor, timeZone),
		...(assurance && { assurance }),
		...(supervision && { supervision }),
	};
}

function missing(
	{ manifest }: CourseVersion,
	facts: Facts,
	completion: Completion | undefined,
	holder: string,
) {
	const name = holder === '';
	if (completion) return { lessons: [], quizzes: [], name };
	return { ...progressOn(manifest, facts).missing, name };
}
