/**
 * QTI 2.x and 3.0 (1EdTech Question and Test Interoperability): one item, a test that names items, or a package of both,
 * zipped. An item that cannot be read loses no other.
 */
import path from 'node:path/posix';
import { Collector, decodeText, Unreadable, type Around, type Beside, type ReadItems } from '../item.ts';
import type { FindPicture } from '../rich.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/parse.ts';
import { pictureSize } from '../../media/size.ts';
import { mediaType } from '../../media/types.ts';
import { isZip, unpack } from '../zip.ts';
import { pictureSources } from './body.ts';
import { nameOf, readItem } from './item.ts';
import { allOf, parseQti } from './tree.ts';

export async function readQti(bytes: Uint8Array, { pictures, beside }: Around): Promise<ReadItems> {
	if (!isZip(bytes)) {
		const package_ = new Package(beside, pictures);
		await package_.take(parseQti(decodeText(bytes)), '');
		return package_.found;
	}
	const files = await unpack(bytes);
	const package_ = new Package((name) => Promise.resolve(files.get(name) ?? null), pictures);
	const manifests = [...files.keys()].filter((name) => path.basename(name) === 'imsmanifest.xml');
	const [manifest] = manifests.sort((a, b) => a.length - b.length);
	if (manifest !== undefined) await package_.takeFile(manifest);
	else for (const name of [...files.keys()].sort()) if (/\.xml$/i.test(name)) await package_.takeFile(name);
	if (package_.found.items.length + package_.found.rejected.length === 0)
		throw new Unreadable('not-this-format');
	return package_.found;
}

class Package {
	readonly found = new Collector();
	readonly #open: Beside;
	readonly #pictures: Around['pictures'];
	readonly #seen = new Set<string>();

	constructor(open: Beside, pictures: Around['pictures']) {
		this.#open = open;
		this.#pictures = pictures;
	}

	/** A file that another names: what is wrong with it is said, and loses no other. */
	async takeFile(file: string): Promise<void> {
		if (this.#seen.has(file)) return;
		this.#seen.add(file);
		const bytes = await this.#open(file);
		try {
			if (!bytes) throw new Unreadable('missing-file');
			await this.take(parseQti(decodeText(bytes)), file);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			const { reason, line } = error;
			this.found.rejected.push({ name: file, ...(line !== undefined && { line }), reason });
		}
	}

	/** @throws Unreadable where it is none of QTI's files */
	async take(root: XmlElement, file: string): Promise<void> {
		const folder = path.dirname(file || 'x');
		switch (root.name) {
			case 'assessmentItem':
				return this.#takeItem(root, file, folder);
			case 'assessmentTest':
			case 'assessmentSection':
				for (const { attributes } of allOf(root, /^assessment(?:Item|Section)Ref$/))
					await this.takeFile(within(folder, attributes.href ?? ''));
				return;
			case 'manifest':
				for (const href of resourcesOf(root)) await this.takeFile(within(folder, href));
				return;
			default:
				throw new Unreadable('not-this-format', root.line);
		}
	}

	async #takeItem(item: XmlElement, file: string, folder: string): Promise<void> {
		const at = { name: nameOf(item, file), ...(file === '' && { line: item.line }) };
		const find = await this.#picturesOf(item, folder);
		const sizeOf = (path_: string) => {
			const kept = this.#pictures.found.get(path_);
			return kept ? pictureSize(mediaType(path_)?.type ?? '', kept) : null;
		};
		this.found.take(at, () => readItem(item, at, { find, sizeOf }));
	}

	async #picturesOf(item: XmlElement, folder: string): Promise<FindPicture> {
		const kept = new Map<string, string | null>();
		for (const source of pictureSources(item)) {
			const [, data] = /^data:image\/[\w.+-]+;base64,(.*)$/s.exec(source) ?? [];
			const bytes =
				data === undefined ? await this.#open(within(folder, source)) : Buffer.from(data, 'base64');
			kept.set(source, bytes && this.#pictures.keep(path.basename(data === undefined ? source : ''), bytes));
		}
		return (source) => kept.get(source) ?? null;
	}
}

/** A path that leads out of the folder is no file's name, and is found nowhere. */
function within(folder: string, href: string): string {
	let name = href.replace(/[?#].*$/, '');
	try {
		name = decodeURIComponent(name);
	} catch {
		// A name with a per cent sign of its own.
	}
	return path.join(folder, name);
}

/** Tests first, since they say the order; then items that no test names. */
function resourcesOf(manifest: XmlElement): string[] {
	const resources = childrenOf(childOf(manifest, 'resources'), 'resource').map(
		({ attributes }) => attributes,
	);
	const ofType = (type: RegExp) =>
		resources.filter((each) => type.test(each.type ?? '')).map(({ href = '' }) => href);
	return [...ofType(/^imsqti_(?:assessment)?test/i), ...ofType(/^imsqti_(?:assessment)?item/i)];
}
