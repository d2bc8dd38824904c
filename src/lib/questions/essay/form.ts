import { onePart } from '../form.ts';

export const essay = onePart('text');
