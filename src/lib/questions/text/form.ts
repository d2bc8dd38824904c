export { oneValue as text } from '../form.ts';
