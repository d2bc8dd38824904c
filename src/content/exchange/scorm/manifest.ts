import { escapeXml } from '../html.ts';
import type { PackedCourse } from './pages.ts';

/**
 * The manifest of a SCORM 1.2 package (ADL, Content Aggregation Model, version 1.2, 2001): each page is a unit of its
 * own, which tells its state and its score.
 * @param shared paths of the files that every page needs
 */
export function scormManifest({ id, title, pages, media }: PackedCourse, shared: readonly string[]): string {
	const name = (href: string) => href.replace(/\.html$/, '').replace(/[^A-Za-z0-9-]/g, '_');
	const items = pages.map(
		({ href, page }) =>
			`<item identifier="item_${name(href)}" identifierref="sco_${name(href)}" isvisible="true"><title>${escapeXml(page.title)}</title></item>`,
	);
	const resources = pages.map(
		({ href }) =>
			`<resource identifier="sco_${name(href)}" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="${href}"/><dependency identifierref="shared"/></resource>`,
	);
	const files = [...shared, ...media.keys()].map((path) => `<file href="${escapeXml(path)}"/>`);
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="course"><organization identifier="course"><title>${escapeXml(title)}</title>
${items.join('\n')}
</organization></organizations>
<resources>
${resources.join('\n')}
<resource identifier="shared" type="webcontent" adlcp:scormtype="asset">${files.join('')}</resource>
</resources>
</manifest>
`;
}
