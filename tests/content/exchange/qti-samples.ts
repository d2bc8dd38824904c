/** QTI items as other systems write them, in both namings. */

export type Version = '2.2' | '3.0';

interface Parts {
	declaration: string;
	body: string;
	processing?: string;
	more?: string;
	head?: string;
}

/** An item of QTI 2.2. */
function item({ declaration, body, processing = 'match_correct', more = '', head = '' }: Parts): string {
	const template = `http://www.imsglobal.org/question/qti_v2p2/rptemplates/${processing}`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
	xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p2 http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd"
	identifier="mau" title="Mẫu" adaptive="false" timeDependent="false"${head}>
	${declaration}
	<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
	<itemBody>${body}</itemBody>
	${processing.startsWith('<') ? processing : `<responseProcessing template="${template}"/>`}
	${more}
</assessmentItem>`;
}

/** The same in QTI 3.0. */
export function inVersion(version: Version, source: string): string {
	if (version === '2.2') return source;
	const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	const html = /^(?:p|div|img|b|em|span|br|object|script|a|ul|li)$/;
	return source
		.replaceAll('xsd/imsqti_v2p2"', 'xsd/imsqtiasi_v3p0"')
		.replaceAll(
			'http://www.imsglobal.org/question/qti_v2p2/rptemplates/',
			'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/',
		)
		.replace(
			/<(\/?)([a-zA-Z]+)((?:\s[^<>]*?)?)(\/?)>/g,
			(whole, close: string, name: string, rest: string, end: string) =>
				html.test(name)
					? whole
					: `<${close}qti-${kebab(name)}${rest.replace(/\s([a-zA-Z]+)=/g, (_, key: string) => ` ${key.startsWith('xmlns') || key === 'schemaLocation' ? key : kebab(key)}=`)}${end}>`,
		);
}

const response = (cardinality: string, baseType: string, values: string[], mapping = '') =>
	`<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">
		<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>${mapping}
	</responseDeclaration>`;
const choices = (...words: string[]) =>
	words
		.map((each, n) => `<simpleChoice identifier="${'ABCDEF'[n]}" fixed="false">${each}</simpleChoice>`)
		.join('\n');
const set = (ids: string, words: string[], most = 1) =>
	`<simpleMatchSet>${words.map((each, n) => `<simpleAssociableChoice identifier="${ids[n]}" matchMax="${most}">${each}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;

/** An item a kind, with the kind and the answer that it declares right. */
export const items: [name: string, source: string, kind: string, answer: unknown][] = [
	[
		'choice',
		item({
			declaration: response('single', 'identifier', ['B']),
			body: `<p>Biển báo ở <b>10:30</b>: nói gì?</p><p><img src="images/bien.png" alt="Biển báo"/></p><choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><prompt>Chọn một.</prompt>${choices('Đi &amp; đứng', 'Dừng &lt; 5 phút<feedbackInline outcomeIdentifier="FEEDBACK" identifier="B" showHide="show">Đúng: dừng.</feedbackInline>')}</choiceInteraction>`,
		}),
		'single',
		'b',
	],
	[
		'choice by its mapping',
		item({
			declaration: `<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier"><mapping lowerBound="0" upperBound="2" defaultValue="-1"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="C" mappedValue="1"/><mapEntry mapKey="B" mappedValue="-2"/></mapping></responseDeclaration>`,
			body: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0"><prompt>Nước gồm gì?</prompt>${choices('hi-đrô', 'clo', 'ô-xi')}</choiceInteraction>`,
			processing: 'map_response',
		}),
		'multiple',
		['a', 'c'],
	],
	[
		'inline choice',
		item({
			declaration: response('single', 'identifier', ['Y']),
			body: `<p>Thủ đô là <inlineChoiceInteraction responseIdentifier="RESPONSE" shuffle="false"><inlineChoice identifier="X">Huế</inlineChoice><inlineChoice identifier="Y">Hà Nội</inlineChoice></inlineChoiceInteraction>, phải không?</p>`,
		}),
		'single',
		'b',
	],
	[
		'text entry',
		item({
			declaration: response(
				'single',
				'string',
				['Hà Nội'],
				'<mapping defaultValue="0"><mapEntry mapKey="Hà Nội" mappedValue="1" caseSensitive="true"/><mapEntry mapKey="Hanoi" mappedValue="1"/><mapEntry mapKey="Nội" mappedValue="0.5"/></mapping>',
			),
			body: `<p>Thủ đô là gì?</p><p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="15"/></p>`,
			processing: 'map_response',
		}),
		'text',
		'Hà Nội',
	],
	[
		'a number',
		item({
			declaration: response('single', 'float', ['3.5']),
			body: `<p>Bao nhiêu? <textEntryInteraction responseIdentifier="RESPONSE"/></p>`,
			processing:
				'<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5 1"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>',
		}),
		'number',
		3.5,
	],
	[
		'order',
		item({
			declaration: response('ordered', 'identifier', ['C', 'A', 'B']),
			body: `<orderInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>Gọi điện thế nào?</prompt>${choices('bấm số', 'nói', 'mở máy')}</orderInteraction>`,
		}),
		'order',
		['mo-may', 'bam-so', 'noi'],
	],
	[
		'match',
		item({
			declaration: response(
				'multiple',
				'directedPair',
				['A X', 'B Y'],
				'<mapping defaultValue="0"><mapEntry mapKey="A X" mappedValue="1"/><mapEntry mapKey="B Y" mappedValue="1"/></mapping>',
			),
			body: `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="2"><prompt>Ghép.</prompt>${set('AB', ['mèo', 'chó'])}${set('XYZ', ['kêu meo', 'gâu', 'ò ó o'], 4)}</matchInteraction>`,
			processing: 'map_response',
		}),
		'match',
		{ meo: 'keu-meo', cho: 'gau' },
	],
	[
		'a table',
		item({
			declaration: response('multiple', 'directedPair', ['A X', 'B Y', 'C X']),
			body: `<matchInteraction class="qti-match-tabular" responseIdentifier="RESPONSE"><prompt>Nên hay không?</prompt>${set('ABC', ['đội mũ', 'vượt đèn', 'đi chậm'])}${set('XY', ['nên', 'không'], 0)}</matchInteraction>`,
		}),
		'matrix',
		{ a: 'nen', b: 'khong', c: 'nen' },
	],
	[
		'associate',
		item({
			declaration: response('multiple', 'pair', ['A D', 'C B']),
			body: `<associateInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="2"><prompt>Ai với ai?</prompt>${'ABCDE'
				.split('')
				.map(
					(id, n) =>
						`<simpleAssociableChoice identifier="${id}" matchMax="1">${['Tấm', 'nỏ', 'An Dương Vương', 'Cám', 'sọ dừa'][n]}</simpleAssociableChoice>`,
				)
				.join('')}</associateInteraction>`,
		}),
		'match',
		{ tam: 'cam', 'an-duong-vuong': 'no' },
	],
	[
		'blanks in a text',
		item({
			declaration:
				'<responseDeclaration identifier="T" cardinality="single" baseType="string"><correctResponse><value>Hà Nội</value></correctResponse></responseDeclaration><responseDeclaration identifier="S" cardinality="single" baseType="identifier"><correctResponse><value>Y</value></correctResponse></responseDeclaration>',
			body: '<p>Điền vào.</p><p>Thủ đô là <textEntryInteraction responseIdentifier="T"/>, sông là <inlineChoiceInteraction responseIdentifier="S"><inlineChoice identifier="X">Hậu</inlineChoice><inlineChoice identifier="Y">Hồng</inlineChoice></inlineChoiceInteraction>.</p>',
		}),
		'blanks',
		{ 'cho-1': 'Hà Nội', 'cho-2': 'b' },
	],
	[
		'an essay',
		item({ declaration: '', body: '<p>Kể lại.</p><extendedTextInteraction responseIdentifier="RESPONSE"/>' }),
		'essay',
		null,
	],
	[
		'true or false',
		item({
			declaration: response('single', 'identifier', ['false']),
			body: `<p>Trời đỏ.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="true">Đúng</simpleChoice><simpleChoice identifier="false">Sai</simpleChoice></choiceInteraction>`,
		}),
		'truefalse',
		false,
	],
];

const plain = response('single', 'identifier', ['A']);
/** Items without an equal here, and a part of the reason. */
export const without: [name: string, source: string, reason: string][] = [
	[
		'two questions',
		item({
			declaration: '',
			body: '<choiceInteraction responseIdentifier="A"/><extendedTextInteraction responseIdentifier="B"/>',
		}),
		'several things',
	],
	[
		'no right answer',
		item({
			declaration: response('single', 'identifier', []),
			body: `<choiceInteraction responseIdentifier="RESPONSE"><prompt>Gì?</prompt>${choices('a', 'b')}</choiceInteraction>`,
		}),
		'declared right',
	],
	[
		'templates',
		item({
			declaration: `${plain}<templateDeclaration identifier="X" cardinality="single" baseType="integer"/>`,
			body: `<choiceInteraction responseIdentifier="RESPONSE"><prompt>Gì?</prompt>${choices('a', 'b')}</choiceInteraction>`,
		}),
		'calculated',
	],
	[
		'a left side without a partner',
		item({
			declaration: response('multiple', 'directedPair', ['A X', 'A Y']),
			body: `<matchInteraction responseIdentifier="RESPONSE"><prompt>Ghép.</prompt>${set('AB', ['a', 'b'])}${set('XYZ', ['x', 'y', 'z'])}</matchInteraction>`,
		}),
		'none or with several',
	],
	['no interaction', item({ declaration: '', body: '<p>Đọc kỹ.</p>' }), 'description'],
	[
		'a file',
		item({ declaration: '', body: '<p>Chụp lại.</p><uploadInteraction responseIdentifier="RESPONSE"/>' }),
		'file is handed in',
	],
];
