export { testedHow } from '#domain/supervised.ts';
