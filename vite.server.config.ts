import { defineConfig } from 'vite';

/**
 * The second build: the server and the commands, from TypeScript to what Node runs. Dependencies stay outside (PGlite
 * must not be bundled: its data file would be lost). It runs after the pages' build, which empties `build/`.
 */
export default defineConfig({
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'build/server-app',
		emptyOutDir: true,
		minify: false,
		rollupOptions: {
			input: {
				main: 'src/server/main.ts',
				cli: 'src/cli/main.ts',
				demo: 'src/cli/demo.ts',
				'compile-thread': 'src/server/courses/compile-thread.ts',
				'fit-thread': 'src/server/analysis/fit-thread.ts',
				'pdf-thread': 'src/server/certificates/pdf-thread.ts',
			},
			output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
		},
	},
	ssr: { external: true, target: 'node' },
	publicDir: false,
});
