/**
 * Names, patterns and guards without a schema library: what a browser may load. Schemas are made of these; whoever
 * needs a name alone imports it from here.
 */

export const locales = ['vi', 'km', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale = 'vi' satisfies Locale;

export function isLocale(value: unknown): value is Locale {
	return locales.includes(value as Locale);
}

/** Where nothing else is said (`TIME_ZONE`): days are days in Viet Nam. */
export const defaultTimeZone = 'Asia/Ho_Chi_Minh';

/** The same words in one or more languages. */
export type Localised = { [locale in Locale]?: string };

export const targetGroups = [
	'students',
	'officials',
	'cooperatives',
	'elderly',
	'workers',
	'citizens',
] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** How Vietnamese addresses a reader: plainly, an older person, or a colleague. Khmer has a form for each. */
export const addresses = ['bạn', 'bác', 'anh/chị'] as const;
export type Address = (typeof addresses)[number];

/** Written id of a course, lesson, quiz, question or option: lower-case letters, digits and hyphens. */
export const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*$';
export const idLength = 64;
const idForm = new RegExp(idPattern);

export function isId(value: unknown): value is string {
	return typeof value === 'string' && value.length <= idLength && idForm.test(value);
}

/** The plain form alone: the format would let `urn:uuid:` through, which the database does not read. */
export const uuidPattern = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
const uuidForm = new RegExp(uuidPattern);

export function isUuid(value: unknown): value is string {
	return typeof value === 'string' && uuidForm.test(value);
}

export const textSizes = ['normal', 'large'] as const;
export type TextSize = (typeof textSizes)[number];
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const quizKinds = ['practice', 'quiz', 'exam'] as const;
export type QuizKind = (typeof quizKinds)[number];

/** What is done about a question whose key was wrong: see `domain/regrade.ts`. */
export const regradeWays = ['new-key', 'full-credit', 'drop'] as const;
export type RegradeWay = (typeof regradeWays)[number];

/** Which answers to it: those graded by a key that it no longer has, or all. */
export const regradeScopes = ['older', 'all'] as const;
export type RegradeScope = (typeof regradeScopes)[number];

/** What an item asks of a learner, the least first (after Anderson and Krathwohl, 2001). */
export const itemLevels = ['remember', 'understand', 'apply', 'analyse'] as const;
export type ItemLevel = (typeof itemLevels)[number];
/** `trial`: asked and not counted; `retired`: asked no more. An item that says nothing is asked and counted. */
export const itemStatuses = ['trial', 'retired'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/**
 * What a result shows: `full` all; `verdicts` right or wrong and the feedback of what was chosen, and all once the
 * quiz is passed or no attempt is left; `score` the score alone.
 */
export const reviews = ['full', 'verdicts', 'score'] as const;
export type Review = (typeof reviews)[number];

/** Whether questions may be answered in any order, or each once and then left behind. */
export const questionOrders = ['free', 'sequential'] as const;
export type QuestionOrder = (typeof questionOrders)[number];
/** Who may start an attempt: everybody, or whoever types the code of a supervised room. */
export const quizAccesses = ['open', 'code'] as const;
export type QuizAccess = (typeof quizAccesses)[number];
/** How long a room may be open, and how much time is added at once, in minutes. */
export const shortestRoom = 5;
export const longestRoom = 720;
export const mostMinutesMore = 120;
/** How somebody in a room gets on: see `sittingState` in `domain/rooms.ts`. */
export const sittingStates = ['working', 'quiet', 'time-up', 'handed-in'] as const;
export type SittingState = (typeof sittingStates)[number];
/** What a result tells, each only where what stands before it is told too. */
export const resultParts = ['score', 'verdicts', 'key', 'explanation'] as const;
export type ResultPart = (typeof resultParts)[number];
export const tellingTimes = ['never', 'after-submission', 'after-passing', 'after-closing'] as const;
export type TellingTime = (typeof tellingTimes)[number];

export const eventTypes = ['lesson.opened', 'lesson.done', 'try.done', 'try.undone'] as const;
export type EventType = (typeof eventTypes)[number];

/** Parallel forms of a quiz, for before and after. */
export const formNames = ['A', 'B'] as const;
export type FormName = (typeof formNames)[number];

/** Forms on paper that are drawn at once. */
export const mostPaperForms = 40;
/** Why a question stands in no form on paper: see `domain/paper.ts`. */
export const leftOutReasons = ['kind', 'media', 'long'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Where and how an act happened. */
export const channels = ['web', 'offline', 'paper', 'class'] as const;
export type Channel = (typeof channels)[number];

/** A competence as authors write it: its code, or `framework:code`. */
export const competencePattern = '^([a-z0-9]+(-[a-z0-9]+)*:)?[0-9]+(\\.[0-9]+)*$';

/** The framework of competence codes that stand alone, where neither their course nor a framework at hand says another. */
export const defaultFramework = 'tt02-2025';

export const questionKinds = [
	'single',
	'multiple',
	'truefalse',
	'number',
	'text',
	'order',
	'match',
	'group',
	'matrix',
	'blanks',
	'hotspot',
	'essay',
	'file',
] as const;
export type QuestionKind = (typeof questionKinds)[number];
/** Kinds that no rule can grade: an answer waits for a person. */
export const personGraded = ['essay', 'file'] as const satisfies readonly QuestionKind[];
export type PersonGraded = (typeof personGraded)[number];

export function isPersonGraded(kind: QuestionKind): kind is PersonGraded {
	return personGraded.some((each) => each === kind);
}

/** What a question `.file` may take: a picture, or a document. */
export const fileTypes = ['photo', 'pdf'] as const;
export type FileType = (typeof fileTypes)[number];
/** The most megabytes that an author may allow a file; the installation may allow less. */
export const mostMegabytes = 50;

/** The longest essay, in characters. */
export const longestEssay = 10_000;
/** As many options, places or pairs as an answer may name. */
export const mostOptions = 50;

/**
 * What there is to praise in a lesson that is done: the first of a course; the last; somebody has come back after days;
 * a part is finished; half of the way; one lesson is left; questions right the first time and tasks tried out; all its
 * questions right the first time (`checked`, `sure`); all its tasks tried out; the second lesson; learning on another
 * day; that it is done (`plain`, `step`, `kept`).
 */
export const praises = [
	'first',
	'last',
	'back',
	'part',
	'half',
	'nearly',
	'both',
	'checked',
	'sure',
	'tried',
	'second',
	'steady',
	'plain',
	'step',
	'kept',
] as const;
export type Praise = (typeof praises)[number];

/** Names the shape of a rescue file. */
export const rescueFormat = 'cung-hoc-rescue/1';

/** What to look at in an item, by its figures: thresholds stand in `domain/analysis/flags.ts`. */
export const itemFlags = [
	/** Those who do well often choose one wrong option: the key may be wrong. */
	'key-maybe-wrong',
	/** Those who do well are wrong more often than those who do not. */
	'negative-discrimination',
	'too-hard',
	'too-easy',
	'often-left-empty',
	/** Too few people to say anything for sure. */
	'few-people',
] as const;
export type ItemFlag = (typeof itemFlags)[number];

/** Item response models. `1pl`: one discrimination for all items; `2pl`: each its own. */
export const irtModels = ['1pl', '2pl'] as const;
export type IrtModel = (typeof irtModels)[number];

/** What attempts are parted by. */
export const sliceNames = ['locale', 'group', 'assisted', 'channel', 'form'] as const;
export type SliceName = (typeof sliceNames)[number];
