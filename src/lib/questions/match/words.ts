export { pairWords as match } from '../pair-words.ts';
