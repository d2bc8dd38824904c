/** The thread of `pdf-aside.ts`: sets one paper after another. */
import { parentPort } from 'node:worker_threads';
import type { SetPaper } from './pdf-aside.ts';
import { setPaper, type PaperInput } from './set-paper.ts';

parentPort!.on('message', (input: PaperInput) => {
	const said = (set: SetPaper) => parentPort!.postMessage(set);
	setPaper(input).then(
		(pdf) => said({ pdf }),
		(error: unknown) => said({ error: error instanceof Error ? error.message : String(error) }),
	);
});
