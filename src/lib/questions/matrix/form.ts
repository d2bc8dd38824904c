export { pairsForm as matrix } from '../pairs-form.ts';
