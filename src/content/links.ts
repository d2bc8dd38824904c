/** Addresses of links: what may be followed, and what lies in the course. */
export type LinkTarget =
	| { kind: 'outside'; href: string }
	| { kind: 'heading'; slug: string }
	/** As written: relative to the folder that the link stands in. */
	| { kind: 'file'; path: string; slug: string | null }
	| { kind: 'refused' };

/** White space, controls and invisible characters, which browsers drop from addresses and readers do not see. */
const hidden = /[\s\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u2064\uFEFF]/u;

export function readLink(written: string): LinkTarget {
	const refused: LinkTarget = { kind: 'refused' };
	// People part the digits of a number.
	const href = /^\s*tel:/i.test(written) ? written.replace(/[\s\u00A0]/g, '') : written.trim();
	const isFile = !/^[a-z][a-z0-9+.-]*:/i.test(href);
	if (
		href === '' ||
		hidden.test(isFile ? href.replaceAll(' ', '') : href) ||
		href.includes('\\') ||
		href.includes('<')
	)
		return refused;
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
	if (scheme === 'https' || scheme === 'http') return webAddress(href);
	if (scheme === 'mailto') return /^mailto:[^@:?&]+@[a-z0-9.-]+$/i.test(href) ? outside(href) : refused;
	if (scheme === 'tel') return /^tel:\+?[0-9.()-]{2,20}$/i.test(href) ? outside(href) : refused;
	if (scheme !== undefined || href.startsWith('/')) return refused;
	if (href.startsWith('#'))
		return href.length > 1 ? { kind: 'heading', slug: decoded(href.slice(1)) } : refused;
	const [, path, slug] = /^([^#?:]+)(?:#(.+))?$/.exec(href) ?? [];
	if (path === undefined) return refused;
	return { kind: 'file', path: decoded(path), slug: slug === undefined ? null : decoded(slug) };
}

function outside(href: string): LinkTarget {
	return { kind: 'outside', href };
}

/** Only a full address: `https:evil` and a name and password before the host are tricks. */
function webAddress(href: string): LinkTarget {
	if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return { kind: 'refused' };
	const url = new URL(href);
	if (url.username !== '' || url.password !== '' || url.hostname === '') return { kind: 'refused' };
	return outside(url.href);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part).normalize('NFC');
	} catch {
		return part;
	}
}
