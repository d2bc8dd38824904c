import Type from 'typebox';
import { described } from '../common.ts';
import * as paths from '../paths.ts';
import { IncidentRequest, MoreTime, Room, RoomList, RoomRequest } from '../room.ts';
import { endpoint } from './endpoint.ts';
import { InLocale, Wanted } from './queries.ts';

const tag = 'rooms';
const access = 'room.open';
const OfRoom = Type.Object({
	room: Type.String({
		description: 'Id of the room, a UUID; what is no UUID is as unknown as one that is not there.',
	}),
});

export const rooms = {
	openRoom: endpoint({
		address: paths.openRoom,
		access,
		tag,
		summary: 'Open a room in which I supervise a quiz; 200 when I opened it under this id before',
		description:
			'Its code is told to whoever sits in it. Whoever opens it, instructors of the course and administrators see who takes the quiz there.',
		query: InLocale,
		body: RoomRequest,
		responses: {
			200: described(Room, 'The room that was opened under this id before.'),
			201: described(Room, 'The room, with its code.'),
		},
	}),
	rooms: endpoint({
		address: paths.rooms,
		access,
		tag,
		summary: 'Rooms that I opened',
		query: InLocale,
		responses: { 200: described(RoomList, 'My rooms, closed ones among them.') },
	}),
	room: endpoint({
		address: paths.room,
		access,
		tag,
		summary: 'A room: who has begun, is saving, has handed in',
		params: OfRoom,
		query: InLocale,
		responses: { 200: described(Room, 'The room as it stands now.') },
	}),
	roomEvents: endpoint({
		address: paths.roomEvents,
		access,
		tag,
		summary: 'Says whenever there is something new in a room, as server-sent events',
		description:
			'Event `room`, with the revision of the room as its data: first the present one, then each that follows. Event `over`: nothing follows. ' +
			'It ends with the session, the right or the room; four at once for one person.',
		params: OfRoom,
		query: Type.Object(
			{
				seconds: Type.Optional(
					Type.String({
						pattern: '^([1-9]?\\d|[1-9]\\d\\d|[12]\\d{3}|3[0-5]\\d\\d|3600)$',
						description:
							'How long it goes on, 0 to 3600 seconds; 0: it tells how the room stands, and ends; an hour when left out.',
					}),
				),
				locale: Wanted,
			},
			{ additionalProperties: false },
		),
		responses: {
			200: {
				description: 'The stream.',
				content: { 'text/event-stream': { schema: Type.Unsafe<string>({ type: 'string' }) } },
			},
		},
	}),
	addTime: endpoint({
		address: paths.addTime,
		access,
		tag,
		summary: 'Add time to one attempt in a room, or to all that are open',
		description: 'The room stays open at least as long. Learners see it with the next answer that is saved.',
		params: OfRoom,
		query: InLocale,
		body: MoreTime,
		responses: { 200: described(Room, 'The room, with the time added.') },
	}),
	noteIncident: endpoint({
		address: paths.noteIncident,
		access,
		tag,
		summary: 'Note what happened during an attempt in a room; the learner reads it',
		params: OfRoom,
		query: InLocale,
		body: IncidentRequest,
		responses: { 200: described(Room, 'The room, with the note.') },
	}),
	closeRoom: endpoint({
		address: paths.closeRoom,
		access,
		tag,
		summary: 'Close a room: its code ends, and what is open in it is handed in a minute later',
		params: OfRoom,
		query: InLocale,
		responses: { 200: described(Room, 'The room, closed; the same when it was closed before.') },
	}),
};
