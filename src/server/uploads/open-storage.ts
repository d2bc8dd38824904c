import type { UploadConfig } from './config.ts';
import { FolderStorage } from './folder-storage.ts';
import { S3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

export function openStorage({ folder, s3 }: UploadConfig): Storage {
	return s3 ? new S3Storage(s3) : new FolderStorage(folder);
}
