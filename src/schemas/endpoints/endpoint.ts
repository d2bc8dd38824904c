import Type, { type TObject, type TSchema } from 'typebox';
import type { Access } from '../access.ts';
import type { Address } from '../address.ts';

/** A reply that is no JSON, by media type. */
export interface FileReply {
	description: string;
	content: Record<string, { schema: TSchema }>;
}

/** One endpoint of the API, whole: routes, the typed client and the OpenAPI document are made of it. */
export interface Endpoint {
	/** From `paths.ts`. */
	address: Address;
	access: Access;
	/** Chapter of the documentation. */
	tag: string;
	/** What it does, in a sentence. */
	summary: string;
	/** What a caller must know beside the summary and the fields. */
	description?: string;
	/** Of the parameters in the path; any text where left out. */
	params?: TObject;
	query?: TObject;
	/** Of POST, PUT and PATCH alone. */
	body?: TSchema;
	/** The body is a file, as it is: pages send it by `sendFile` of `lib/send-file.ts`. */
	sends?: 'file';
	/** Bytes that a body may have, where it is more than the usual 16 KB. */
	bodyLimit?: number;
	/** What is sent back, by status. A refusal (4xx) is a `Problem` everywhere. */
	responses: { readonly [status: number]: TSchema | FileReply };
}

/** A file that a learner sent, shown to nobody but its learner and those who grade it. */
export const fileReply = {
	description: 'The file: a picture to be shown, or a document to be saved.',
	content: Object.fromEntries(
		['image/jpeg', 'application/pdf'].map((type) => [type, { schema: Type.String({ format: 'binary' }) }]),
	),
} satisfies FileReply;

/** Of bodies that bring what a device gathered for long: bytes. */
export const largeBody = 256 * 1024;

/** Keeps an endpoint's own types. */
export function endpoint<const E extends Endpoint>(one: E): E {
	return one;
}
