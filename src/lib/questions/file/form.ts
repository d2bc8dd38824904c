import { onePart } from '../form.ts';

/** The id of the picture that was uploaded; a picture that is chosen stands in a field of its own. */
export const file = onePart('upload');
