import { expect, test as base, type BrowserContext, type Request } from '@playwright/test';
import { Standings } from './standing.ts';

/** What no page may do, gathered while a test runs: complain in the console, break, or call another host. */
export class Watch {
	readonly problems: string[] = [];
	/** Problems that a test brings about on purpose. */
	readonly expected: RegExp[] = [
		// What a visitor does first: the server asks for a guest, whom the script makes then.
		/^401 .*\/api\/events$/,
		// What a page asks for once it is at rest, though its reader has gone meanwhile.
		/^401 .*\/(api\/me\/rescue-key|attempts\/[^/]+\?q=\w+)$/,
	];

	follow(context: BrowserContext): void {
		context.on('console', (message) => {
			// Replies that are not 2xx are looked at below.
			const isReply = message.text().startsWith('Failed to load resource');
			if (message.type() === 'error' && !isReply) this.add(`console: ${message.text()}`);
		});
		context.on('weberror', (error) => this.add(`script: ${error.error().message}`));
		context.on('request', (request) => this.checkHost(request));
		context.on('response', (response) => {
			const isDocument = response.request().resourceType() === 'document';
			if (response.status() >= 400 && !isDocument) this.add(`${response.status()} ${response.url()}`);
		});
	}

	private checkHost(request: Request): void {
		const { protocol, hostname } = new URL(request.url());
		const isHere = ['127.0.0.1', 'localhost', '[::1]', ...this.hosts].includes(hostname);
		if (protocol !== 'data:' && !isHere) this.add(`another host: ${request.url()}`);
	}

	readonly hosts: string[] = [];

	private add(problem: string): void {
		if (!this.expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
	}
}

interface Shared {
	/** Address of the server that the configuration starts, and its data folder. */
	origin: string;
	dataDir: string;
	standings: Standings;
}

export const test = base.extend<{ watch: Watch }, Shared>({
	// Playwright reads from the braces what a fixture needs.
	// eslint-disable-next-line no-empty-pattern
	origin: [async ({}, use, { project }) => use(project.use.baseURL ?? ''), { scope: 'worker' }],
	// eslint-disable-next-line no-empty-pattern
	dataDir: [async ({}, use) => use(process.env.E2E_DATA_DIR ?? ''), { scope: 'worker' }],
	standings: [async ({ origin, dataDir }, use) => use(new Standings(origin, dataDir)), { scope: 'worker' }],
	watch: [
		async ({ context }, use) => {
			const watch = new Watch();
			watch.follow(context);
			await use(watch);
			expect(watch.problems, 'Errors in the console, or calls to other hosts').toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };
