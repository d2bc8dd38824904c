/** A device that holds passkeys, in software: as much of W3C WebAuthn level 3 as it takes, section numbers as there. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Key {
	id: Buffer;
	secret: KeyObject;
	/** In COSE (RFC 9053). */
	cose: Buffer;
	count: number;
	user: string;
}
interface Wishes {
	origin?: string;
	/** Whether it was unlocked by whoever holds it. */
	isUnlocked?: boolean;
	site?: string;
	/** Instead of the one that was put. */
	challenge?: string;
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();
const url64 = (bytes: Buffer) => bytes.toString('base64url');

/** RFC 8949, for what is needed: small numbers, bytes, texts and maps. */
function cbor(value: number | Buffer | string | Map<number | string, unknown>): Buffer {
	const head = (major: number, length: number) =>
		length < 24
			? Buffer.from([(major << 5) | length])
			: length < 256
				? Buffer.from([(major << 5) | 24, length])
				: Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
	if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
	if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
	if (typeof value === 'string')
		return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
	const pairs = [...value].flatMap(([key, each]) => [cbor(key), cbor(each as never)]);
	return Buffer.concat([head(5, value.size), ...pairs]);
}

export class Authenticator {
	readonly keys: Key[] = [];
	constructor(readonly origin = 'http://localhost') {}

	/** What `navigator.credentials.create` gives for these options, as text. */
	create(options: string, wishes: Wishes = {}): string {
		const { challenge, rp, user } = JSON.parse(options);
		const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
		const cose = cbor(
			new Map<number, unknown>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, Buffer.from(x, 'base64url')],
				[-3, Buffer.from(y, 'base64url')],
			]),
		);
		const key: Key = { id: randomBytes(32), secret: privateKey, cose, count: 0, user: user.id };
		this.keys.push(key);
		const length = Buffer.from([0, key.id.length]);
		const attested = Buffer.concat([Buffer.alloc(16), length, key.id, cose]);
		const authData = Buffer.concat([this.#data(key, wishes.site ?? rp.id, 0x40, wishes), attested]);
		const attestationObject = cbor(
			new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', authData],
			]),
		);
		return this.#credential(key, {
			clientDataJSON: this.#client('webauthn.create', challenge, wishes),
			attestationObject: url64(attestationObject),
			transports: ['internal'],
		});
	}

	/** What `navigator.credentials.get` gives. */
	get(options: string, wishes: Wishes = {}, key = this.keys[0]!): string {
		const { challenge, rpId } = JSON.parse(options);
		key.count += 1;
		const authData = this.#data(key, wishes.site ?? rpId, 0, wishes);
		const clientDataJSON = this.#client('webauthn.get', challenge, wishes);
		const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
		return this.#credential(key, {
			clientDataJSON,
			authenticatorData: url64(authData),
			signature: url64(sign('sha256', signed, key.secret)),
			userHandle: key.user,
		});
	}

	/** Section 6.1: the hash of the site, flags (present, unlocked, and more), how often it was used. */
	#data({ count }: Key, site: string, more: number, { isUnlocked = true }: Wishes): Buffer {
		const flags = 0x01 | (isUnlocked ? 0x04 : 0) | more;
		return Buffer.concat([sha256(site), Buffer.from([flags, 0, 0, 0, count])]);
	}

	#client(type: string, challenge: string, wishes: Wishes): string {
		const { origin = this.origin } = wishes;
		const said = { type, challenge: wishes.challenge ?? challenge, origin, crossOrigin: false };
		return url64(Buffer.from(JSON.stringify(said)));
	}

	#credential({ id }: Key, response: object): string {
		const name = url64(id);
		const all = { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
		return JSON.stringify(all);
	}
}
