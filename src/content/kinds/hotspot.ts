import type { Node, NodeElement } from '#schemas/node.ts';
import type { Region } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { ParsedOption, ParsedQuestion } from '../quiz/parsed.ts';
import { overlap } from '../quiz/region.ts';
import { withOptions, type Authoring } from './authoring.ts';
import { checkSameTicks, checkTicked, tickedIds } from './ticked.ts';

/**
 * A picture in the text, and `- [x] Nút gọi {#nut-goi at=10,70,20,15}` a region. The list that names the regions has no
 * order of its own, so its ids are made of words.
 */
export const hotspot: Authoring<'hotspot'> = {
	form: 'ticked',
	orderIsKey: true,
	fields: withOptions,
	check(question, problems) {
		checkTicked(question, problems);
		checkPicture(question, problems);
		for (const { region, attributes, place } of question.options)
			if (!region && !attributes.values.has('at')) problems.add('region-missing', place, {});
		checkApart(question.options, problems);
		checkIds(question.options, problems);
	},
	key(original) {
		return { kind: 'hotspot', right: tickedIds(original) };
	},
	checkTranslation(question, original, around) {
		checkPicture(question, around.problems);
		checkSameTicks(question, original, around);
		checkApart(inTranslation(question.options, original), around.problems);
	},
};

/** One picture, in a line of its own. */
function checkPicture({ body, place }: ParsedQuestion, problems: Problems): void {
	const pictures = body.filter(isPicture).length;
	if (pictures === 0) problems.add('hotspot-no-picture', place, {});
	else if (pictures > 1) problems.add('hotspot-pictures', place, { pictures });
}

const isPicture = (node: Node): node is NodeElement => typeof node !== 'string' && node.name === 'Figure';

/** A finger on two regions at once would choose whichever lies on top. */
function checkApart(options: readonly Pick<ParsedOption, 'region' | 'place'>[], problems: Problems): void {
	const before: Region[] = [];
	for (const { region, place } of options) {
		if (!region) continue;
		if (before.some((each) => overlap(each, region))) problems.add('regions-overlap', place, {});
		before.push(region);
	}
}

/** A translation says where its regions are only where its picture is another one. */
function inTranslation(options: readonly ParsedOption[], original: ParsedQuestion) {
	return options.map(({ id, region, place }) => {
		const twin = original.options.find((each) => id !== null && each.id === id);
		return { place, region: region ?? twin?.region ?? null };
	});
}

/** Ids are sent with the question. */
const tellsRight = /^(?:dung|dap-an|right|correct|true|key)(?:-?\d+)?$/;
const tellsWrong = /^(?:sai|wrong|incorrect|false)(?:-?\d+)?$/;

function checkIds(options: readonly ParsedOption[], problems: Problems): void {
	for (const { id, ticked, attributes } of options)
		if (id !== null && (ticked ? tellsRight : tellsWrong).test(id))
			problems.add('id-tells-key', attributes.idPlace, { id });
}
