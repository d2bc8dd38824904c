import { mostOf } from '#domain/marking.ts';
import type { KeyOf } from '#schemas/question.ts';
import type { PersonGraded } from '#schemas/names.ts';
import { checkRepeated, type Authoring } from './authoring.ts';
import type { ParsedQuestion } from '../quiz/parsed.ts';

/** The one criterion of a question that names none. */
const whole = 'whole';

/** `- [2] words`, with `.essay` or `.file`: what a person looks at. The words are told once it is graded, as feedback is. */
const byPerson = {
	form: 'criterion',
	orderIsKey: false,
	check({ options, points, attributes }, problems) {
		for (const option of options)
			if (option.points === null) problems.add('criterion-points', option.place, {});
		checkRepeated(options, problems);
		const place = attributes.values.get('points')?.place;
		const sum = mostOf(rubricOf(options));
		if (points !== null && place && options.length > 0 && points !== sum)
			problems.add('criterion-sum', place, { points, sum });
	},
	checkTranslation({ options }, original, { problems }) {
		for (const { id, points, place } of options) {
			const twin = original.options.find((each) => each.id === id);
			if (points !== null && twin && points !== twin.points) problems.add('translation-key', place, {});
		}
	},
} satisfies Partial<Authoring<PersonGraded>>;

function rubricOf(options: ParsedQuestion['options']): KeyOf<PersonGraded>['rubric'] {
	return options.map(({ id, points }) => ({ id: id ?? '', points: points ?? 0 }));
}

function rubric({ options, points }: ParsedQuestion): KeyOf<PersonGraded>['rubric'] {
	return options.length > 0 ? rubricOf(options) : [{ id: whole, points: points ?? 1 }];
}

/** `.file accept=photo,pdf mb=5`; what goes without saying is a photo, as heavy as the installation takes. */
export const file: Authoring<'file'> = {
	...byPerson,
	fields: ({ sending: { accept = ['photo'], megabytes } }) => ({
		accept,
		...(megabytes !== undefined && { megabytes }),
	}),
	key: (original) => ({ kind: 'file', rubric: rubric(original) }),
};

export const essay: Authoring<'essay'> = {
	...byPerson,
	fields: ({ length }) => length,
	key: (original) => ({ kind: 'essay', rubric: rubric(original) }),
};
