import type { QuestionKind } from '#schemas/question.ts';
import type { Authoring } from './authoring.ts';
import { blanks } from './blanks.ts';
import { essay, file } from './by-person.ts';
import { group } from './group.ts';
import { hotspot } from './hotspot.ts';
import { match } from './match.ts';
import { matrix } from './matrix.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { single } from './single.ts';
import { text } from './text.ts';
import { truefalse } from './truefalse.ts';

/** How authors write each kind. Of those written as `= …`, the first that takes the words has them. */
export const authoring = {
	single,
	multiple,
	truefalse,
	number,
	text,
	order,
	match,
	group,
	matrix,
	blanks,
	hotspot,
	essay,
	file,
} satisfies { [K in QuestionKind]: Authoring<K> };

export function authoringOf(kind: QuestionKind): Authoring<QuestionKind> {
	return authoring[kind];
}
