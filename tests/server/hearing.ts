/** Hears a stream of server-sent events as it comes, so that a test waits for what is said and not for a time. */
import { EventEmitter, once } from 'node:events';
import { expect } from 'vitest';
import type { App } from '#server/app-types.ts';
import type { Client } from './harness.ts';

export class Hearing {
	/** All that was said so far. */
	text = '';
	readonly #news = new EventEmitter();
	/** Settles when the stream has ended. */
	readonly ended: Promise<unknown>;

	private constructor(stream: NodeJS.ReadableStream) {
		stream.on('data', (chunk: Buffer) => {
			this.text += chunk.toString();
			this.#news.emit('said');
		});
		this.ended = once(stream, 'end');
	}

	static async of(app: App, { cookie }: Client, url: string): Promise<Hearing> {
		const headers = { host: 'localhost', cookie };
		const reply = await app.inject({ url, headers, payloadAsStream: true });
		expect(reply.statusCode).toBe(200);
		return new Hearing(reply.stream());
	}

	/** Returns once it has said that. */
	async until(said: string): Promise<void> {
		while (!this.text.includes(said)) await once(this.#news, 'said');
	}

	/** The names of the events so far, in their order. */
	get events(): string[] {
		return Array.from(this.text.matchAll(/event: (\w+)/g), ([, name]) => name!);
	}
}
