import { describe, expect, it } from 'vitest';
import type { Certificate } from '#schemas/certificate.ts';
import { Paper } from '#server/certificates/pdf-aside.ts';
import type { CertificatePdfInput } from '#server/certificates/pdf.ts';

const input = (serial: string, more: Partial<CertificatePdfInput> = {}): CertificatePdfInput => ({
	certificate: { serial } as Certificate,
	issuer: { name: null, unit: null, title: null, signatory: null, logo: null },
	locale: 'vi',
	timeZone: 'Asia/Ho_Chi_Minh',
	verifyUrl: null,
	...more,
});

/** A setter that waits until it is let go on. */
function slow() {
	const asked: string[] = [];
	const waiting: (() => void)[] = [];
	let atOnce = 0;
	let most = 0;
	const make = async ({ certificate, locale }: CertificatePdfInput) => {
		asked.push(`${certificate.serial} ${locale}`);
		most = Math.max(most, (atOnce += 1));
		await new Promise<void>((resolve) => waiting.push(resolve));
		atOnce -= 1;
		if (certificate.serial === 'broken') throw new Error('No such paper');
		return new TextEncoder().encode(certificate.serial);
	};
	/** Lets all go on, those that come meanwhile too. */
	const go = async (over: Promise<unknown>) => {
		let isOver = false;
		const done = over.finally(() => (isOver = true));
		while (!isOver) {
			waiting.splice(0).forEach((resolve) => resolve());
			await new Promise(setImmediate);
		}
		return done;
	};
	return { paper: new Paper(make), asked, go, most: () => most };
}
const text = (pdf: unknown) => new TextDecoder().decode(pdf as Uint8Array);

describe('papers', () => {
	it('are set one at a time, and once for all who ask for the same', async () => {
		const { paper, asked, go, most } = slow();
		const wanted = ['a', 'b', 'a', 'c', 'a'].map((serial) => paper.pdf(input(serial)));
		await go(Promise.all(wanted));
		expect((await Promise.all(wanted)).map(text)).toEqual(['a', 'b', 'a', 'c', 'a']);
		expect(asked).toEqual(['a vi', 'b vi', 'c vi']);
		expect(most()).toBe(1);
		expect(text(await paper.pdf(input('a')))).toBe('a');
		expect(asked).toHaveLength(3);
	});

	it('are set anew where anything on them differs', async () => {
		const { paper, asked, go } = slow();
		await go(
			Promise.all([
				paper.pdf(input('a')),
				paper.pdf(input('a', { locale: 'km' })),
				paper.pdf(input('a', { issuer: { ...input('a').issuer, name: 'Hội Nông dân' } })),
				paper.pdf(input('a', { verifyUrl: 'https://hoc.example' })),
			]),
		);
		expect(asked).toHaveLength(4);
	});

	it('one that fails holds up no other, and may be asked for again', async () => {
		const { paper, asked, go } = slow();
		const [broken, good] = [paper.pdf(input('broken')), paper.pdf(input('good'))];
		await go(Promise.allSettled([broken, good]));
		await expect(broken).rejects.toThrow('No such paper');
		expect(text(await good)).toBe('good');
		await go(Promise.allSettled([paper.pdf(input('broken'))]));
		expect(asked).toEqual(['broken vi', 'good vi', 'broken vi']);
	});

	it('are refused for now where very many wait', async () => {
		const { paper, go } = slow();
		const wanted = Array.from({ length: 45 }, (_, n) => paper.pdf(input(`${n}`)));
		await go(Promise.all(wanted));
		const said = await Promise.all(wanted);
		expect(said.filter((one) => 'failure' in one)).toEqual(
			Array(5).fill({ failure: 'unavailable', values: { seconds: 5 } }),
		);
	});
});
