import { ownerOf } from '#lib/own-account.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => void (await ownerOf(event));
