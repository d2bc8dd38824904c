/** One paper of any sort. */
import { formPdf, type FormSheetInput } from './form-pdf.ts';
import { certificatePdf, type CertificatePdfInput } from './pdf.ts';

export type PaperInput = CertificatePdfInput | FormSheetInput;

export async function setPaper(input: PaperInput): Promise<Uint8Array> {
	if ('certificate' in input) return certificatePdf(input);
	return formPdf(input);
}
