/** Where the script writes the address in a sentence. */
export const linkPlace = '%link%';
