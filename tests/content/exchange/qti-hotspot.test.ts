/** Hot spots as QTI 2.2 writes them, and as ours are written. */
import { describe, expect, it } from 'vitest';
import { grade } from '#domain/questions/grade.ts';
import { importQuestions } from '#content/exchange/import.ts';
import { questionsOf, readCourseFiles } from '#content/exchange/course.ts';
import { exportQuestions } from '#content/exchange/export.ts';
import { unpack } from '#content/exchange/zip.ts';
import { folderOf, quiz, svg, today } from '../helpers.ts';
import { readQuizAlone } from '#content/quiz-alone.ts';

const png =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const item = (
	choices: string,
	{ correct = 'A', cardinality = 'single', size = 'width="200" height="100"' } = {},
) =>
	`<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="goi" title="Gọi" adaptive="false" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="identifier"><correctResponse>${correct
		.split(' ')
		.map((id) => `<value>${id}</value>`)
		.join('')}</correctResponse></responseDeclaration>
<itemBody><p>Chạm vào đâu?</p><hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Chọn một chỗ.</prompt><object type="image/png" data="${png}" ${size}>Màn hình</object>${choices}</hotspotInteraction></itemBody></assessmentItem>`;
const one = '<hotspotChoice identifier="A" shape="circle" coords="50,50,20" hotspotLabel="Nút xanh"/>';
const other = '<hotspotChoice identifier="B" shape="rect" coords="100,10,150,60" hotspotLabel="Nút đỏ"/>';

const take = (source: string) =>
	importQuestions(new TextEncoder().encode(source), {
		format: 'qti',
		locale: 'vi',
		says: 'en',
		taken: new Set(),
		id: 'hoi',
		title: 'Hỏi',
	});

describe('a hot spot', () => {
	it('comes over with its picture and its regions, and its right answer gets all points', async () => {
		const { report, quiz: written } = await take(item(one + other));
		expect(report).toMatchObject({
			imported: [{ kind: 'hotspot', id: 'goi', answer: 'nut-xanh' }],
			changed: [],
			rejected: [],
		});
		expect(written).toContain('- [x] Nút xanh {#nut-xanh .round at=15,30,20,40}');
		expect(written).toContain('- [ ] Nút đỏ {#nut-do at=50,10,25,50}');
		expect(written).toMatch(/!\[Màn hình\]\(media\/.+\.png\)/);
		const alone = readQuizAlone('q', new TextEncoder().encode(written ?? ''), { locale: 'vi', says: 'en' });
		const [{ asked, key }] = alone.questions as [(typeof alone.questions)[number]];
		expect(grade(asked, key, 'nut-xanh', 'vi')).toMatchObject({ score: 1, correct: true });
		expect(grade(asked, key, 'nut-do', 'vi')).toMatchObject({ score: 0, correct: false });
	});

	it('says what becomes of corners and of regions without a name', async () => {
		const bare =
			'<hotspotChoice identifier="C" shape="poly" coords="160,0,199,20,180,90"/>' +
			'<hotspotChoice identifier="D" shape="ellipse" coords="20,90,20,30" hotspotLabel="Dưới"/>';
		const { report, quiz: written } = await take(item(bare, { correct: 'C' }));
		expect(report.changed.map(({ what }) => what)).toEqual([
			expect.stringContaining('without a name'),
			expect.stringContaining('corners'),
		]);
		expect(written).toContain('at=80,0,19.5,90}');
		expect(written).toContain('- [ ] Dưới {#duoi .round at=0,60,20,40}');
	});

	it.each([
		['several to be chosen together', item(one + other, { correct: 'A B', cardinality: 'multiple' }), /together/],
		['a shape that is none', item(one + other.replace('rect', 'default')), /cannot be read/],
		['numbers that are none', item(one + other.replace('100,10', 'x,10')), /cannot be read/],
		['no picture', item(one + other).replace(/<object.*<\/object>/, ''), /not there/],
		['one region', item(one), /fewer than two/],
		['no key', item(one + other, { correct: 'Z' }), /declared right/],
		['one over another', item(one + other.replace('100,10', '40,40')), /overlaps/],
	])('is named where it cannot come over: %s', async (_, source, reason) => {
		const { report } = await take(source);
		expect(report.imported).toEqual([]);
		expect(report.rejected).toEqual([expect.objectContaining({ reason: expect.stringMatching(reason) })]);
	}); // prettier-ignore

	it('of ours is written in pixels of its picture, with any of its right regions worth all', async () => {
		const spots =
			'- [x] Xanh {#xanh .round at=10,20,20,40}\n  > Đúng rồi.\n- [x] Lá {#la at=50,20,12.5,40}\n- [ ] Đỏ {#do at=80,0,20,100}';
		const text = `## Đâu? {#q .hotspot points=2}\n\n![Hình](media/h.svg)\n\n${spots}\n`;
		const drawing = svg.replace(/viewBox="[^"]*"/, 'viewBox="0 0 200 100"');
		const all = Object.entries({ ...quiz(text), 'demo/media/h.svg': drawing });
		const files = folderOf(Object.fromEntries(all)).files;
		const own = Object.entries(files).map(([path, file]) => [path.slice('demo/'.length), file]);
		const { draft } = await readCourseFiles(
			{ ...folderOf({}), files: Object.fromEntries(own) },
			{
				today,
				says: 'en',
			},
		);
		const bytesOf = (path: string) => draft?.media.get(path)?.bytes;
		const offered = questionsOf(draft!, undefined);
		const named = { locale: 'vi', says: 'en', id: 'hoi', title: 'Hỏi', bytesOf } as const;
		const given = await exportQuestions(offered, { format: 'qti', ...named });
		const files_ = await unpack(given.bytes!);
		const written = new TextDecoder().decode(files_.get('items/q.xml'));
		expect(written).toContain('identifier="a" shape="circle" coords="40,40,20" hotspot-label="Xanh"');
		expect(written).toContain('identifier="b" shape="rect" coords="100,20,125,60" hotspot-label="Lá"');
		expect(written).toContain('<img src="../media/h.svg" alt="Hình" width="200" height="100"/>');
		expect(written.match(/mapped-value="2"/g)).toHaveLength(2);
		expect(given.report).toMatchObject({
			exported: [{ id: 'q', kind: 'hotspot' }],
			changed: [],
			rejected: [],
		});
		for (const format of ['gift', 'aiken', 'csv', 'moodle-xml'] as const) {
			const { report } = await exportQuestions(offered, { format, ...named });
			expect(report.rejected, format).toEqual([
				{ name: 'Đâu?', reason: expect.stringMatching(/no such kind/) },
			]);
		}
	});
});
