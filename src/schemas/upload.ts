/** Files that learners send to questions of the kind `file`. */
import Type, { type Static } from 'typebox';
import { Uuid, described, nullable } from './common.ts';

/** As it is kept; what it was called is not. */
export const SentFile = Type.Object({
	id: described(Uuid, 'Id of the file, as the answer names it.'),
	type: Type.String({
		description: 'Media type: image/jpeg for a picture, whatever was sent, or application/pdf.',
	}),
	bytes: Type.Integer({ description: 'How heavy it is as it is kept, in bytes.' }),
	width: nullable(Type.Integer(), 'Width of the picture in points, upright; null: it is no picture.'),
	height: nullable(Type.Integer(), 'Height of the picture in points, upright; null: it is no picture.'),
});
export type SentFile = Static<typeof SentFile>;

export const FileSize = Type.Object(
	{
		size: Type.Optional(
			Type.Enum(['small', 'whole'], {
				description:
					'How large: small (a picture of 360 points at most, for lists and slow networks) or whole (as it is kept); absent: whole.',
			}),
		),
	},
	{ additionalProperties: false },
);
