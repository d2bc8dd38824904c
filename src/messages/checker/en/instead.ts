/** What to write instead of an HTML tag. */
const groups: Record<string, string> = {
	'b strong': 'Write **bold**',
	'i em': 'Write *italics*',
	's strike del': 'Write ~~struck out~~',
	'h1 h2 h3 h4 h5 h6': 'Begin the line with ## for a heading',
	'ul ol li dl dt dd': 'Begin each line with - or 1.',
	'table tbody thead tr td th': 'Write the table with | signs',
	'blockquote q': 'Begin the line with >',
	'code pre tt': 'Put the words between ` signs',
	'video source track iframe embed object': 'Use <Video> with a film in the media folder, or a link',
	'picture svg figure': 'Use <Figure src="media/…" alt="…" />',
	'p div span center font big small section article':
		'Take the tag away and leave the words; a blank line begins a new paragraph',
	'script style link meta form input button select textarea': 'Take this part away; lessons run no code',
};

export function instead(name: string): string {
	const found = Object.keys(groups).find((names) => names.split(' ').includes(name.toLowerCase()));
	return groups[found ?? ''] ?? 'Use Markdown';
}
