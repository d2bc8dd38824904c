import { onePart } from '../form.ts';

/** The id of the file that was uploaded; one that is chosen stands in a field of its own. */
export const file = onePart('upload');
