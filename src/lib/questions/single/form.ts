export { oneValue as single } from '../form.ts';
