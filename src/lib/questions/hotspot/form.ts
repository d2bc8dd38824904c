export { oneValue as hotspot } from '../form.ts';
