import type { Hash, Part } from '#schemas/catalog.ts';
import { partHash, secretHash } from './hash.ts';

/** Collects the parts of one course, each once. */
export class Parts {
	readonly all: Record<Hash, Part> = {};
	readonly #secret: string;

	constructor(secret: string) {
		this.#secret = secret;
	}

	add(part: Part): Hash {
		return this.#keep(partHash(part), part);
	}

	addSecret(part: Part): Hash {
		return this.#keep(secretHash(part, this.#secret), part);
	}

	#keep(hash: Hash, part: Part): Hash {
		this.all[hash] = part;
		return hash;
	}
}
