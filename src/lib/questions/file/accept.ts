import type { QuestionOf } from '#schemas/question.ts';

/**
 * What a browser offers to choose from. Where JPEG is named and HEIC is not, an iPhone sends its photos as JPEG. No
 * `capture`: a screenshot is in the gallery, and phones offer the camera beside it.
 */
export function acceptOf(accept: QuestionOf<'file'>['accept']): string {
	const photo = ['image/jpeg', 'image/png', 'image/webp'];
	return accept.flatMap((type) => (type === 'photo' ? photo : ['application/pdf'])).join(',');
}
