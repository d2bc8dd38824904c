import adapter from '@sveltejs/adapter-node';
import { mdsvex } from 'mdsvex';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	preprocess: [mdsvex({ extensions: ['.md'], highlight: false, smartypants: false })],
	kit: {
		adapter: adapter({ out: 'build' }),
		files: { lib: 'src/lib' },
		// A page may be sent in the place of another (`src/lib/refused.ts`): its files are named from the top.
		paths: { relative: false },
		// The enhancement script registers it, once a page is at rest.
		serviceWorker: { register: false },
		// Browsers are told of the page that they are on alone: links load the next one anew.
		router: { resolution: 'server' },
		// `hooks.server.ts` checks where forms come from: it compares origins as such, and answers by a page of ours.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'media-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
			},
		},
		typescript: { config: (config) => ({ ...config, include: [] }) },
	},
};
