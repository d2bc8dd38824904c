/** Rooms in which somebody supervises a quiz. */
import Type, { type Static } from 'typebox';
import { Id, Locale, Uuid, described, hasWords, moment, nullable } from './common.ts';
import { longestRoom, mostMinutesMore, shortestRoom, sittingStates } from './names.ts';

const clientId = described(
	Uuid,
	'A UUID made by the client, so that the same request sent again does nothing twice; absent: the server makes one.',
);

export const RoomRequest = Type.Object(
	{
		id: Type.Optional(clientId),
		course: described(Id, 'Id of the course.'),
		quiz: described(Id, 'Id of the quiz or exam in the course.'),
		name: Type.String({
			minLength: 1,
			maxLength: 80,
			pattern: hasWords,
			description: 'Where it is, such as "Hội trường ấp 3", 1 to 80 characters.',
		}),
		minutes: Type.Integer({
			minimum: shortestRoom,
			maximum: longestRoom,
			description: 'How long it is open, in minutes, 5 to 720; nothing in it goes on for longer.',
		}),
	},
	{ additionalProperties: false },
);

const attemptIn = described(Uuid, 'Id of an attempt in this room.');

export const MoreTime = Type.Object(
	{
		id: Type.Optional(clientId),
		minutes: Type.Integer({
			minimum: 1,
			maximum: mostMinutesMore,
			description: 'Minutes to add, 1 to 120.',
		}),
		attempt: Type.Optional(
			described(Uuid, 'Id of the attempt that gets them; absent: all that are open, and the room itself.'),
		),
	},
	{ additionalProperties: false },
);

export const IncidentRequest = Type.Object(
	{
		id: Type.Optional(clientId),
		attempt: attemptIn,
		text: Type.String({
			minLength: 1,
			maxLength: 500,
			pattern: hasWords,
			description: 'What happened, 1 to 500 characters; the learner reads it.',
		}),
		unseen: Type.Optional(
			Type.Boolean({
				description:
					'Whether the learner was not seen taking it, so that it does not count as supervised any more; absent: they were.',
			}),
		),
	},
	{ additionalProperties: false },
);

export const Incident = Type.Object({
	text: Type.String({ description: 'What happened, in the words of the supervisor.' }),
	unseen: Type.Boolean({
		description: 'Whether the learner was not seen taking it, so that it does not count as supervised.',
	}),
	at: moment('When it was noted.'),
});
export type Incident = Static<typeof Incident>;

const summary = {
	id: described(Uuid, 'Id of the room.'),
	name: Type.String({ description: 'Where it is, in the words of whoever opened it.' }),
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({ description: 'Title of the course; its id where it is gone.' }),
	quiz: described(Id, 'Id of the quiz.'),
	quizTitle: Type.String({ description: 'Title of the quiz; its id where it is gone.' }),
	quizLocale: described(Locale, 'Language of the title of the quiz.'),
	openedAt: moment('When it was opened.'),
	until: moment('Until when its code counts; nothing in it goes on for longer.'),
	closedAt: nullable(
		Type.String(),
		'When it was closed, ISO 8601 in UTC; null: it was not, or its time was over.',
	),
	isOpen: Type.Boolean({ description: 'Whether attempts can be begun in it now.' }),
	started: Type.Integer({ description: 'How many attempts were begun in it.' }),
	handedIn: Type.Integer({ description: 'How many of them are handed in.' }),
};
export const RoomSummary = Type.Object(summary);
export type RoomSummary = Static<typeof RoomSummary>;
export const RoomList = Type.Object({
	rooms: Type.Array(RoomSummary, {
		description: 'Rooms that I opened, the latest first; at most 50.',
	}),
});

export const Sitter = Type.Object({
	attempt: attemptIn,
	name: nullable(Type.String(), 'Name of the learner; null: they gave none.'),
	username: nullable(Type.String(), 'Their user name; null: a guest.'),
	state: Type.Enum(sittingStates, {
		description:
			'How they get on: working: something was saved, or it was begun, within five minutes; quiet: not for longer; time-up: it is about to be handed in by itself; or handed-in.',
	}),
	startedAt: moment('When it was begun.'),
	questions: Type.Integer({ description: 'How many questions it asks.' }),
	answered: Type.Integer({ description: 'How many of them have an answer.' }),
	savedAt: nullable(
		Type.String(),
		'When an answer was last saved, ISO 8601 in UTC; null: none was saved yet.',
	),
	deadline: moment('When its time is up.'),
	submittedAt: nullable(Type.String(), 'When it was handed in, ISO 8601 in UTC; null: it is open.'),
	supervised: Type.Boolean({
		description: 'Whether it counts as taken under supervision; false: it was noted that nobody saw it.',
	}),
	incidents: Type.Array(Incident, { description: 'What was noted about it, the first first.' }),
});
export type Sitter = Static<typeof Sitter>;

export const Room = Type.Object({
	...summary,
	code: nullable(
		Type.String(),
		'Six digits with which an attempt is begun in it; null: it is not open any more.',
	),
	openedBy: nullable(Type.String(), 'Name of whoever opened it; null: they gave none.'),
	now: moment('When this was told, by the clock of the server.'),
	revision: Type.String({
		description: 'Another one whenever there is something new to show, once a minute while somebody works.',
	}),
	people: Type.Array(Sitter, { description: 'Who has begun in it, by name.' }),
	extensions: Type.Array(
		Type.Object({
			minutes: Type.Integer({ description: 'Minutes that were added.' }),
			attempt: nullable(Type.String(), 'Id of the attempt that got them; null: all that were open.'),
			at: moment('When they were added.'),
		}),
		{ description: 'Time that was added in it, the first first.' },
	),
});
export type Room = Static<typeof Room>;
