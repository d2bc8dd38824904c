export { pairWords as matrix } from '../pair-words.ts';
