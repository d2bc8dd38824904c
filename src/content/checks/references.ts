/** Links and media of every text: what they name must be there. Fills in the addresses that pages use. */
import { checkPictures } from '../course-parts.ts';
import type { MediaUse, References } from '../content-tree.ts';
import type { Draft } from '../draft.ts';
import { mediaUrl } from '../media/media.ts';
import type { Sound } from '../media/sound.ts';
import { mediaType, type MediaFamily } from '../media/types.ts';
import type { Insertion } from '../fix.ts';
import { Problems } from '../problems.ts';
import type { ParsedQuestion } from '../quiz/parsed.ts';
import { matchRecordings } from '../recordings/recordings.ts';
import { resolveLink, type Around } from './links.ts';

/** `others`: the courses that links may lead to. */
export function checkReferences(
	draft: Draft,
	others: readonly Draft[],
	problems: Problems,
	fixes: Insertion[],
): void {
	for (const contents of [draft.source, ...draft.translations]) {
		for (const lesson of contents.lessons) {
			checkText({ draft, contents, others }, lesson.references, problems);
		}
		for (const quiz of contents.quizzes) {
			const ofQuestions = quiz.questions.flatMap((question) => question.references);
			const all = [quiz.references, ...quiz.cases.map((one) => one.references), ...ofQuestions];
			for (const references of all) checkText({ draft, contents, others }, references, problems);
			checkMeasured(quiz.questions, draft, problems);
		}
	}
	if (draft.course?.ok) checkPictures(draft, problems);
	// What a lesson that could not be read shows is not known.
	const isText = (file: string) => file.startsWith(draft.folder.path) && file.endsWith('.md');
	const isWhole = ![...problems.filesInError()].some(isText);
	draft.recordings = matchRecordings(draft, isWhole ? problems : new Problems(), fixes);
	if (isWhole) draft.media.reportUnused();
}

/** Regions lie on a picture by shares of its size. */
function checkMeasured(questions: readonly ParsedQuestion[], { media }: Draft, problems: Problems): void {
	for (const { kind, references } of questions) {
		if (kind !== 'hotspot') continue;
		for (const { node, path, place } of references.flatMap((each) => each.media))
			if (node.name === 'Figure' && media.get(path)?.size === null)
				problems.add('hotspot-no-size', place, { path });
	}
}

function checkText(around: Around, references: References, problems: Problems): void {
	for (const use of references.media) checkMedia(around.draft, use, problems);
	for (const use of references.links) {
		const attrs = resolveLink(around, references, use, problems);
		use.node.attrs = { ...use.node.attrs, ...(attrs ?? { href: '#' }) };
	}
}

function checkMedia({ media }: Draft, { node, attribute, path, place }: MediaUse, problems: Problems): void {
	const file = media.use(path);
	if (!file && media.isRefused(path)) return;
	if (!file) {
		const suggestion = media.suggestion(path);
		const inside = path.startsWith('media/') && !path.includes('..');
		problems.add(inside ? 'media-missing' : 'media-path', place, { path, suggestion });
		return;
	}
	const wanted = wantedAt(node.name, attribute);
	if (mediaType(path)?.family !== wanted) problems.add('media-wrong-type', place, { path, wanted });
	const attrs: Record<string, string> = { ...node.attrs, [attribute]: mediaUrl(file) };
	if (attribute === 'src') {
		attrs.bytes = String(file.bytes.length);
		if (file.sound) Object.assign(attrs, soundOf(file.sound));
		if (file.size) Object.assign(attrs, { width: String(file.size.width), height: String(file.size.height) });
	}
	node.attrs = attrs;
}

function wantedAt(name: string, attribute: MediaUse['attribute']): MediaFamily {
	if (attribute === 'captions') return 'captions';
	if (attribute !== 'src') return 'picture';
	return name === 'Video' ? 'video' : name === 'Audio' ? 'audio' : 'picture';
}

function soundOf({ seconds, isMachine }: Sound): Record<string, string> {
	return { seconds: String(Math.round(seconds)), ...(isMachine && { machine: 'yes' }) };
}
