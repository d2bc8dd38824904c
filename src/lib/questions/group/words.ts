export { pairWords as group } from '../pair-words.ts';
