/** Where the bytes of files lie, by their SHA-256: a folder of this machine, or a store that speaks S3. */

/** Hashes are 64 hexadecimal digits, so that no name of a person's making becomes a path. */
export interface Storage {
	/** Keeps the bytes; once it returns they outlive a power cut. The same again is no error. */
	put(hash: string, bytes: Uint8Array): Promise<void>;
	/** Null: there is no such file. */
	get(hash: string): Promise<Uint8Array | null>;
	/** What is not there is no error. */
	remove(hash: string): Promise<void>;
}
