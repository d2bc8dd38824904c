/** A quiz that asks for files, and files to send. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Client, TestServer } from './harness.ts';
import { course, start } from './quizzes.ts';

export const photoQuiz = `---
id: chup-anh
title: Gửi ảnh
kind: quiz
---

## Chụp màn hình {#man-hinh .file mb=2}

- [2] Thấy rõ chữ {#chu}
- [1] Không lộ số điện thoại {#kin}

## Gửi giấy tờ {#giay .file accept=photo,pdf points=2}

## Thủ đô là gì? {#ten-thu-do}

= Hà Nội
`;

export const publishPhotoQuiz = (server: TestServer) =>
	server.publish({ [`${course}/vi/10-chup-anh.quiz.md`]: photoQuiz });
export const startPhotos = (who: Client) => start(who, 'chup-anh');

/** 800 × 600 points on its side, to be turned right, with a position. */
export const photo = readFileSync('tests/fixtures/photos/gps-va-xoay.jpg');
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Another picture each time. */
export const newPhoto = (red = Math.floor(Math.random() * 256)) =>
	sharp({
		create: {
			width: 300,
			height: 200,
			channels: 3,
			background: { r: red, g: randomUUID().charCodeAt(0), b: 9 },
		},
	})
		.composite([
			{ input: Buffer.from(`<svg width="300" height="200"><text y="99">${randomUUID()}</text></svg>`) },
		])
		.png()
		.toBuffer();

export interface Sending {
	upload?: string;
	revision?: number | string;
	type?: string;
}

export function sendFile(
	who: Client,
	attempt: string,
	question: string,
	bytes: Buffer,
	{ upload = randomUUID(), revision = 1, type = 'application/octet-stream' }: Sending = {},
) {
	const url = `/api/attempts/${attempt}/answers/${question}/files/${upload}?revision=${revision}`;
	return who.call('POST', url, bytes, { 'content-type': type });
}
