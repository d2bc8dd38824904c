export { pairsForm as group } from '../pairs-form.ts';
