import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './config.ts';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
	version: string;
};

/** Version of the software. */
export const version = manifest.version;
