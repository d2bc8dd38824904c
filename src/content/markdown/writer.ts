/** What mdsvex gets, growing; every character knows which one of the fragment it stands for. */
export class Writer {
	readonly #origins: number[] = [];
	#code = '';

	get code(): string {
		return this.#code;
	}

	readonly origin = (at: number): number => this.#origins[Math.min(at, this.#origins.length - 1)] ?? 0;

	write(words: string, from: number): void {
		this.#code += words;
		for (let unit = 0; unit < words.length; unit += 1) this.#origins.push(from);
	}

	/** Sets off what comes next by one blank line. */
	newBlock(indent: string, from: number): void {
		this.#code = this.#code.trimEnd();
		this.#origins.length = this.#code.length;
		this.write(`\n\n${indent}`, from);
	}
}
