/** Made by `vite/question-kinds.ts`. */
declare module 'virtual:question-kinds' {
	export const examples: readonly {
		/** As the author writes it. */
		markdown: string;
		question: import('#schemas/question.ts').Question;
		key: import('#schemas/question.ts').Key;
		feedback: import('#schemas/question.ts').Feedback;
	}[];
}
