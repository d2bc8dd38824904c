import { rooms } from '#schemas/endpoints/rooms.ts';
import type { App, Principal } from '../app-types.ts';
import type { RoomRow } from '../attempts/room-store.ts';
import type { Deps } from '../deps.ts';
import { unwrap, type Failure } from '../failure.ts';
import { roomLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { addTime, closeRoom, noteIncident } from './change.ts';
import { describeRoom, listRooms } from './describe.ts';
import { findOpenRoom, findRoom, maySee } from './find.ts';
import { openRoom } from './open.ts';
import { RoomStreams } from './stream.ts';
import { RoomWatch } from './watch.ts';

export function roomRoutes(app: App, deps: Deps) {
	const watch = new RoomWatch(deps, (error) => app.log.warn({ err: error }, 'rooms not looked at'));
	const streams = new RoomStreams(watch);
	app.addHook('preClose', async () => streams.leave());

	serve(
		app,
		rooms.openRoom,
		async ({ principal, body, query, locale }, reply) => {
			const { row, fresh } = unwrap(await openRoom(deps, principal!, body));
			const told = await describeRoom(deps, row, query.locale ?? locale);
			return reply.code(fresh ? 201 : 200).send(told);
		},
		{ rateLimit: roomLimit },
	);

	serve(app, rooms.rooms, async ({ principal, query, locale }) => ({
		rooms: await listRooms(deps, principal!.actor, query.locale ?? locale),
	}));

	serve(app, rooms.room, async ({ principal, params, query, locale }) => {
		const row = unwrap(await findRoom(deps, principal!, params.room));
		return describeRoom(deps, row, query.locale ?? locale);
	});

	serve(app, rooms.roomEvents, async (request, reply) => {
		const row = unwrap(await findRoom(deps, request.principal!, request.params.room));
		reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type('text/event-stream');
		if (request.method === 'HEAD') return reply.code(200).send('');
		const isAllowed = async () => {
			const who = await deps.sessions.look(request);
			return who !== null && maySee(who, row, deps.now());
		};
		const { actor } = request.principal!;
		// A client that is still there then asks again.
		const seconds = Number(request.query.seconds ?? 3600);
		return reply.code(200).send(unwrap(streams.open({ room: row.id, actor, seconds, isAllowed })));
	});

	/** Does something in a room and tells how it stands then. */
	const change = async (
		{
			principal,
			room,
			locale,
		}: { principal: Principal; room: string; locale: Parameters<typeof describeRoom>[2] },
		find: typeof findRoom,
		act: (row: RoomRow) => Promise<Failure | null | void>,
	) => {
		const row = unwrap(await find(deps, principal, room));
		unwrap(await act(row));
		void watch.look();
		return describeRoom(deps, row, locale);
	};

	serve(app, rooms.addTime, ({ principal, params, query, body, locale }) =>
		change({ principal: principal!, ...params, locale: query.locale ?? locale }, findOpenRoom, (row) =>
			addTime(deps, principal!, row, body),
		),
	);

	serve(app, rooms.noteIncident, ({ principal, params, query, body, locale }) =>
		change({ principal: principal!, ...params, locale: query.locale ?? locale }, findRoom, (row) =>
			noteIncident(deps, principal!, row, body),
		),
	);

	serve(app, rooms.closeRoom, ({ principal, params, query, locale }) =>
		change({ principal: principal!, ...params, locale: query.locale ?? locale }, findRoom, (row) =>
			closeRoom(deps, principal!, row),
		),
	);
}
