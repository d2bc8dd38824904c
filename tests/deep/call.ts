import { setTimeout as sleep } from 'node:timers/promises';

export interface Answered {
	status: number;
	/** Parsed JSON. */
	body: any;
	cookie: string;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** One request. Null: nothing was acknowledged (no answer, or "not now"), and the device may send it again. */
export async function call(
	origin: string,
	method: Method,
	url: string,
	body?: unknown,
	cookie = '',
	agent = 'a device',
) {
	try {
		const reply = await fetch(origin + url, {
			method,
			headers: {
				'content-type': 'application/json',
				cookie,
				'user-agent': agent,
				'x-forwarded-for': addressOf(agent),
			},
			body: body === undefined ? null : JSON.stringify(body),
		});
		const text = await reply.text();
		if (reply.status === 429 || reply.status === 503) return await notNow();
		const set = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
		return { status: reply.status, body: text ? JSON.parse(text) : null, cookie: set } satisfies Answered;
	} catch {
		return notNow();
	}
}

/** Each browser comes from an address of its own. */
function addressOf(agent: string): string {
	return `10.0.2.${/\d+$/.exec(agent)?.[0] ?? '200'}`;
}

/** A short wait, so that a server that is away is not asked a thousand times a second. */
async function notNow(): Promise<null> {
	await sleep(50);
	return null;
}

/** Asks until there is an answer; for looking, while the server is not being killed. */
export async function callSurely(...args: Parameters<typeof call>): Promise<Answered> {
	for (let tries = 0; tries < 100; tries += 1) {
		const answered = await call(...args);
		if (answered) return answered;
	}
	throw new Error(`No answer to ${args[1]} ${args[2]}.`);
}
