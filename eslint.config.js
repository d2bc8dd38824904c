import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'data/',
			'src/server/db/migrations/',
			'test-results/',
		],
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			// What authors and visitors send is searched for control characters on purpose.
			'no-control-regex': 'off',
			// The rules for Khmer and Vietnamese name combining characters one by one.
			'no-misleading-character-class': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
		// Links carry the locale's prefix from `localise`, and routes have no base path.
		rules: { 'svelte/no-navigation-without-resolve': 'off' },
	},
	{
		// Tests read answers whose shape is what they test.
		files: ['tests/**'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' },
	},
	{ files: ['tests/bench/**', 'tests/deep/**', 'tests/screenshots/**'], rules: { 'no-console': 'off' } },
);
