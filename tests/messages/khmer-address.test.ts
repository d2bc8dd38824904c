/** In Khmer messages the reader is `លោកអ្នក`: a bare `អ្នក` begins the name of somebody else. */
import { describe, expect, it } from 'vitest';
import { messagesAsWritten, messagesFor } from '#messages/index.ts';
import { addresses } from '#schemas/names.ts';
import { leavesOf, say } from './walk.ts';

/**
 * Who else an `អ្នក` may be, by what follows it. Where the same letters may also say what the reader does (`អ្នករៀន`: a
 * learner, or “you learn”), the Vietnamese has to speak of such a person.
 */
const others: [follows: string, spokenOf?: RegExp][] = [
	['ណា'], // whoever
	['ដែល'], // who …
	['ដទៃ'], // others
	['ផ្សេង'],
	['នោះ'], // that person
	['នេះ'],
	['ណែនាំ'], // instructor
	['មើលថ្នាក់'], // facilitator
	['គ្រប់គ្រង'], // administrator
	['ដំណើរការ'], // operator
	['ស្ម័គ្រចិត្ត'], // volunteer
	['ចម្លែក'], // stranger
	['ធ្វើការ', /lao động/], // workers
	['ចេញវិញ្ញាបនបត្រ', /nơi cấp/], // issuer
	['កំពុងរៀន', /[Nn]gười đang học/],
	['រៀន', /[Nn]gười học/], // learner
	['ជួយ', /[Nn]gười (phụ trách|giúp)/], // helper
	['នៅក្បែរ', /người bên cạnh/],
	['ថ្មី', /người mới/],
	['ស្នើ', /người gửi/],
	['ពិនិត្យ', /người xem/],
	['ធ្វើ៖', /^Người làm/],
	['បង្រៀន', /[Nn]gười dạy/], // teacher
	['ប្រឡង', /[Nn]gười dự thi/], // those who sit in a room
	['នៅក្នុងបន្ទប់', /người trong phòng/],
	['បើកបន្ទប់', /^Người mở phòng/],
	['ដាក់ពិន្ទុ', /người chấm/], // grader
];
/** Somebody, nobody: `មានអ្នក…`, `គ្មានអ្នក…`. */
const thereIs = /មាន$/u;

function isReader(vietnamese: string, before: string, after: string): boolean {
	if (thereIs.test(before)) return false;
	return !others.some(
		([follows, spokenOf]) => after.startsWith(follows) && (spokenOf?.test(vietnamese) ?? true),
	);
}

/** Each bare `អ្នក` that stands for the reader, with what stands around it. */
function bareReaders(khmer: string, vietnamese: string): string[] {
	return [...khmer.matchAll(/(?<!លោក)អ្នក/gu)]
		.map(({ index, 0: word }) => ({ before: khmer.slice(0, index), after: khmer.slice(index + word.length) }))
		.filter(({ before, after }) => isReader(vietnamese, before, after))
		.map(({ before, after }) => `${before.slice(-12)}[អ្នក]${after.slice(0, 16)}`);
}

const vietnamese = new Map(leavesOf(messagesFor('vi')).map((leaf) => [leaf.path, say(leaf).text]));
const written = leavesOf(messagesAsWritten('km')).map((leaf) => ({ path: leaf.path, text: say(leaf).text }));

describe('who is spoken of', () => {
	it.each([
		['អ្នកមិនទាន់ចូលគណនីទេ។', 'Bạn chưa đăng nhập.', 1],
		['អ្នករៀនបន្តបាន។', 'Bạn học tiếp được.', 1],
		['អ្នករៀនអានពាក្យនេះ។', 'Người học đọc được câu này.', 0],
		['អ្នករៀនឃើញមូលហេតុរបស់អ្នក។', 'Người học thấy lý do của bạn.', 1],
		['លោកអ្នកជួយអ្នកដទៃរៀនមែនទេ?', 'Bạn giúp người khác học?', 0],
		['ពេលគ្មានអ្នកប្រើ', 'không ai dùng', 0],
		['អ្នកប្រើកូដ', 'bạn dùng mã', 1],
	])('%s', (khmer, source, readers) => {
		expect(bareReaders(khmer, source)).toHaveLength(readers);
	});
});

describe('Khmer messages', () => {
	it('call the reader by the word that changes with the form of address', () => {
		const bare = written.flatMap(({ path, text }) =>
			bareReaders(text, vietnamese.get(path) ?? '').map((found) => `${path}: ${found}`),
		);
		expect(bare).toEqual([]);
		expect(written.filter(({ text }) => text.includes('លោកអ្នក')).length).toBeGreaterThan(150);
	});

	it('that live pages share, whoever reads them, do without it', () => {
		const { common, device, error } = messagesAsWritten('km');
		const shared = leavesOf({ common, device, error }).map((leaf) => say(leaf));
		expect(shared.filter(({ text }) => text.includes('លោកអ្នក'))).toEqual([]);
	});

	it('need no word for other people that none of them uses', () => {
		const all = written.map(({ text }) => text).join('\n');
		expect(others.filter(([follows]) => !all.includes(`អ្នក${follows}`))).toEqual([]);
	});

	it('say nothing of that word but to officials', () => {
		for (const address of addresses) {
			const told = leavesOf(messagesFor('km', address)).map((leaf) => say(leaf).text);
			const formal = told.filter((text) => text.includes('លោកអ្នក'));
			expect(formal.length > 0, address).toBe(address === 'anh/chị');
		}
	});
});
