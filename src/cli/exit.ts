/** Ends the process once everything that was said has been taken: a pipe takes 64 KB at a time, and loses the rest. */
export async function exitWith(code: number): Promise<never> {
	await Promise.all([taken(process.stdout), taken(process.stderr)]);
	process.exit(code);
}

/** Whoever reads may have gone (`… | head`); then nobody waits for the rest. */
function taken(stream: NodeJS.WriteStream): Promise<void> {
	return new Promise((resolve) => {
		stream.once('error', () => resolve());
		stream.write('', () => resolve());
	});
}
