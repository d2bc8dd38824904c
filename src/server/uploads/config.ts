import path from 'node:path';
import { mostMegabytes } from '#schemas/names.ts';

export interface S3Config {
	/** Such as https://s3.example.vn, without a slash at the end. */
	endpoint: string;
	bucket: string;
	/** Of every name in the bucket; empty or with a slash at the end. */
	prefix: string;
	region: string;
	accessKeyId: string;
	secretAccessKey: string;
}

export interface UploadConfig {
	/** How heavy a file may be as it is sent, in megabytes. */
	megabytes: number;
	/** Where files lie, unless they lie in an S3 store. */
	folder: string;
	s3: S3Config | null;
}

const names = ['ENDPOINT', 'BUCKET', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'] as const;

/** `UPLOAD_MB` and `UPLOAD_S3_…`; without the latter, files lie beside the embedded database. */
export function readUploads(
	text: (name: string) => string | null,
	dataDir: string,
): { uploads: UploadConfig; mistakes: string[] } {
	const mistakes: string[] = [];
	const written = text('UPLOAD_MB') ?? '10';
	const megabytes = Number(written);
	if (!/^[1-9]\d?$/.test(written) || megabytes > mostMegabytes)
		mistakes.push(`UPLOAD_MB: "${written}" does not fit; use a whole number from 1 to ${mostMegabytes}.`);
	const s3 = readS3((name) => text(`UPLOAD_S3_${name}`), mistakes);
	return { uploads: { megabytes, folder: path.join(dataDir, 'uploads'), s3 }, mistakes };
}

function readS3(text: (name: string) => string | null, mistakes: string[]): S3Config | null {
	const all = [...names, 'REGION', 'PREFIX'];
	if (all.every((name) => text(name) === null)) return null;
	const missing = names.filter((name) => text(name) === null);
	if (missing.length > 0)
		mistakes.push(
			`UPLOAD_S3_${missing.join(', UPLOAD_S3_')}: missing; a store needs all of UPLOAD_S3_${names.join(', UPLOAD_S3_')}.`,
		);
	const endpoint = text('ENDPOINT') ?? '';
	if (endpoint && !/^https?:\/\/[^/?#@\\\s]+$/i.test(endpoint))
		mistakes.push(
			'UPLOAD_S3_ENDPOINT: use an address such as https://s3.example.vn, without a path or a final slash.',
		);
	const bucket = text('BUCKET') ?? '';
	if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
		mistakes.push(`UPLOAD_S3_BUCKET: "${bucket}" is no name of a bucket.`);
	const prefix = text('PREFIX') ?? '';
	if (prefix && !/^([A-Za-z0-9_-]+\/)+$/.test(prefix))
		mistakes.push(
			'UPLOAD_S3_PREFIX: use letters, digits, - and _, with a slash at the end, such as cung-hoc/.',
		);
	return {
		endpoint,
		bucket,
		prefix,
		region: text('REGION') ?? 'us-east-1',
		accessKeyId: text('ACCESS_KEY_ID') ?? '',
		secretAccessKey: text('SECRET_ACCESS_KEY') ?? '',
	};
}
