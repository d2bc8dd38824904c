import { pathTo } from '#schemas/address.ts';
import { codeOf } from '#schemas/failures.ts';
import { sendFile } from '#schemas/paths.ts';
import { whoseHeader } from '#schemas/whose.ts';
import { newId, nextRevision } from '../outbox/entry.ts';
import type { AnswerStatus } from './answer-status.ts';
import { shrunk } from './shrink.ts';

interface Reply {
	status: number;
	/** Null: there was no network, or what came is no JSON. */
	body: Record<string, unknown> | null;
}

/** A file that is sent once more is the same one to the server. */
const ids = new WeakMap<File, string>();

export function chosenFile(form: HTMLFormElement): File | null {
	const input = form.querySelector<HTMLInputElement>('input[type="file"]');
	return input?.files?.[0] ?? null;
}

/**
 * Sends the file that was chosen, says how far it is, and goes on once the server has it. Where it does not get there the
 * page stays as it is, with the file, and says so.
 */
export async function sendChosen(
	form: HTMLFormElement,
	status: AnswerStatus,
	{ learner, to }: { learner: string; to: string },
): Promise<void> {
	const file = chosenFile(form);
	if (!file) return;
	const say = (words: string, more = '') => {
		status.say(words, words === 'file-sending' ? 'held' : 'refused', '', more);
		status.show();
	};
	if (!navigator.onLine) return say('file-waits');
	const { attempt = '', question = '', revision = '0', path = '' } = form.dataset;
	const id = ids.get(file) ?? newId();
	ids.set(file, id);
	const tell = (percent: number) => status.say('file-sending', 'held', String(percent));
	tell(0);
	const bytes = await shrunk(file);
	const address = pathTo(sendFile, attempt, question, id);
	const post = (number: number) => send(`${address}?revision=${number}`, bytes, learner, tell);
	let reply = await post(nextRevision(Number(revision), Date.now()));
	// Another device was ahead; what is sent now is later all the same.
	if (reply.body?.accepted === false)
		reply = await post(nextRevision(Number(reply.body.revision), Date.now()));
	if (reply.status === 200) return location.assign(`${path}?q=${to}`);
	const code = codeOf(reply.body);
	if (code === 'attempt-late' || code === 'attempt-submitted')
		return location.assign(`${path}/result?note=${code === 'attempt-late' ? 'late' : 'submitted'}`);
	if (code === 'not-signed-in') return say('signed-out');
	if (code === 'other-learner') return say('other-learner');
	if (reply.status === 0 || reply.status >= 500 || !reply.body) return say('file-waits');
	say('file-refused', String(reply.body.detail ?? ''));
}

/** Not by `fetch`, which does not say how much of the body has gone. */
function send(address: string, body: Blob, learner: string, tell: (percent: number) => void): Promise<Reply> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', address);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.setRequestHeader('accept-language', document.documentElement.lang);
		request.setRequestHeader(whoseHeader, learner);
		request.upload.onprogress = ({ loaded, total }) =>
			tell(total > 0 ? Math.floor((loaded / total) * 100) : 0);
		const end = () => resolve({ status: request.status, body: parsed(request.responseText) });
		request.onload = end;
		request.onerror = end;
		request.onabort = end;
		request.send(body);
	});
}

function parsed(text: string): Reply['body'] {
	try {
		return JSON.parse(text) as Reply['body'];
	} catch {
		return null;
	}
}
