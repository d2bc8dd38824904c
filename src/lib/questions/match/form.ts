export { pairsForm as match } from '../pairs-form.ts';
