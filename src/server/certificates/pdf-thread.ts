/** The thread of `pdf-aside.ts`: sets one paper after another. */
import { parentPort } from 'node:worker_threads';
import { certificatePdf, type CertificatePdfInput } from './pdf.ts';
import type { SetPaper } from './pdf-aside.ts';

parentPort!.on('message', (input: CertificatePdfInput) => {
	const said = (set: SetPaper) => parentPort!.postMessage(set);
	certificatePdf(input).then(
		(pdf) => said({ pdf }),
		(error: unknown) => said({ error: error instanceof Error ? error.message : String(error) }),
	);
});
