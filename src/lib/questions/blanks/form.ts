export { pairsForm as blanks } from '../pairs-form.ts';
