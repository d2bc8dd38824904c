/** A lesson in short, for pages: see `domain/main-points.ts`. */
export { firstPicture, mainPoints, type MainPoint } from '#domain/main-points.ts';
