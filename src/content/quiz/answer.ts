/** What `= …` says, by the first kind that takes the words. */
import { questionKinds, type QuestionKind } from '#schemas/question.ts';
import type { Locale } from '#schemas/common.ts';
import { authoringOf } from '../kinds/table.ts';
import { readWords } from '../kinds/text.ts';
import type { WrittenAnswer } from './parsed.ts';

/** `named`: the kind that the author's class says. */
export function readWritten(written: string, locale: Locale, named: QuestionKind | undefined): WrittenAnswer {
	const words = written.normalize('NFC').trim();
	const kinds = questionKinds.filter((kind) => named === undefined || named === kind);
	const taking = kinds.find((kind) => authoringOf(kind).written?.takes(words, named === kind));
	const reader = taking && authoringOf(taking).written;
	return reader ? reader.read(words, locale) : readWords(words);
}
