import type { analysis as source } from '../vi/analysis.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const attempts = (n: number) => (n === 1 ? '1 attempt' : `${n} attempts`);

/** What results say of a quiz and its questions: for teachers, who need not know statistics. */
export const analysis = {
	titleOf: (p) => `Results: ${p.title}`,
	people: (p) => `${people(p.n)} took it`,
	attempts: (p) => `${attempts(p.n)} handed in`,
	passedFirst: (p) => `${p.percent} passed the first time`,
	none: 'Nobody has handed this in yet.',
	noneHere: 'There are no attempts such as you chose.',
	seeAll: 'See all',
	few: (p) => `Only ${people(p.n)} so far: the figures below are uncertain.`,
	fewText: (p) => `From ${p.least} people on, figures can be relied on.`,
	waiting: (p) => `${attempts(p.n)} handed in just now will be counted within minutes.`,
	rushed: (p) => `${attempts(p.n)} answered faster than anybody reads`,
	rushedText:
		'In each of these, half of the questions or more were answered before anybody could have read them. The figures below include these attempts.',
	excludeFast: 'Leave out answers that came too fast',
	excluded: 'Answers that came too fast are left out',
	excludedText: 'Where half of the questions or more came too fast, the whole attempt is left out.',
	includeFast: 'Include answers that came too fast',

	findings: 'What to look at again',
	fine: 'No question stands out as one to look at again.',
	tooFew: 'Too few people have taken it to say which question to look at again.',
	finding: {
		'key-maybe-wrong': (p) =>
			`Question ${p.item} may have a wrong key: people who do well often choose ${p.option}.`,
		'negative-discrimination': (p) =>
			`Question ${p.item}: people who do well get it wrong more often than those who do not.`,
		'too-hard': (p) =>
			`Question ${p.item} is too hard: on average it brought only ${p.percent} of its points.`,
		'too-easy': (p) => `Question ${p.item} is too easy: on average it brought ${p.percent} of its points.`,
		'often-left-empty': (p) => `Question ${p.item} is often left empty: by ${p.percent} of the people.`,
	},
	advice: {
		'key-maybe-wrong':
			'Read the question and its key again. Where the key is wrong, mend it in the file of the quiz.',
		'negative-discrimination':
			'The key may be wrong, or the question can be understood in two ways. Ask somebody to read it.',
		'too-hard': 'Do the lessons teach this? Is the question clear?',
		'too-easy':
			'Nearly everybody is right, so it does not tell who has understood. Keep it where everybody has to know it.',
		'often-left-empty':
			'Do learners not understand what to do, or is their time up? Look at how the question is put.',
	},
	flag: {
		'key-maybe-wrong': 'key may be wrong',
		'negative-discrimination': 'those who do well get it wrong',
		'too-hard': 'too hard',
		'too-easy': 'too easy',
		'often-left-empty': 'often left empty',
		'few-people': 'few people',
	},
	seeQuestion: (p) => `See question ${p.item}`,

	whole: 'The whole quiz',
	passRate: 'Passed the first time',
	passRateText: (p) => `With all further tries: ${p.percent} of the attempts passed.`,
	mean: 'Mean score',
	meanOf: (p) => `${p.score} of ${p.max}`,
	medianText: (p) => `Half of the people scored ${p.points} or more.`,
	spread: 'Standard deviation of scores',
	spreadText:
		'Scores are usually about this far from the mean. The larger it is, the further apart are those who know much and little.',
	alpha: 'Reliability (alpha)',
	reliability: {
		high: 'High: with a similar quiz people would come out in nearly the same order.',
		fair: 'Fair: enough for an ordinary quiz, not enough to decide anything grave.',
		low: 'Low: scores still owe much to chance. Add questions, or mend those that discriminate little.',
	},
	noReliability:
		'It cannot be told yet: it takes at least two people, two questions, and scores that differ.',
	error: 'Error of a score',
	errorText: (p) =>
		`One person’s score may be about ${p.points} points above or below what they can really do.`,
	skewness: 'Skewness',
	skewnessText:
		'Below 0: most score high, and few low. Above 0: the other way round. Near 0: both sides are alike.',
	kurtosis: 'Kurtosis',
	kurtosisText:
		'Above 0: scores crowd in the middle, and a few are far off. Below 0: they are spread evenly.',

	distribution: 'How many people scored how much',
	distributionMost: (p) => `The most frequent: ${p.points} points, by ${people(p.n)}.`,
	distributionTable: 'See it as a table',
	range: (p) => `${p.from} to below ${p.to}`,
	rangeTop: (p) => `${p.from} to ${p.to}`,
	points: 'Points',
	howMany: 'People',

	itemsTable: 'Figures of the questions',
	optionsList: (p) => `Options of question ${p.item}`,
	slicesTable: 'Figures of the groups',
	items: 'Question by question',
	itemsLead: 'Each row is a question. Press its number to see what people chose.',
	question: (p) => `Question ${p.item}`,
	estimate: (p: { percent: string }) => `its author expects ${p.percent}`,
	survey: 'Opinion',
	surveyNote: 'This asks for an opinion; there is no right answer.',
	sureList: (p: { item: string }) => `How sure people were of ${p.item}`,
	sureCount: (p: { right: string; of: string }) => `right ${p.right} of ${p.of}`,
	about: 'The case:',
	itemSource: 'Source:',
	expires: (p: { date: string }) => `It holds until ${p.date}.`,
	column: {
		question: 'Question',
		attempts: 'Attempts',
		facility: 'Facility',
		deviation: 'Standard deviation',
		discrimination: 'Discrimination',
		efficiency: 'Discriminative efficiency',
		seconds: 'Time',
		empty: 'Left empty',
		fast: 'Too fast',
		difficulty: 'Difficulty by the model (b)',
		slope: 'Slope (a)',
	},
	seconds: (p) => (p.n === 1 ? '1 second' : `${p.n} seconds`),
	untold: 'cannot be told yet',
	former: 'an earlier key',
	gone: 'no longer in the quiz',
	uncounted: (p) => `${attempts(p.n)} did not count`,
	formerQuestion: 'An earlier question',

	answers: 'What people chose',
	thirds: (p) =>
		`In this question, those who do well got ${p.best} of the points, those who do not got ${p.worst}.`,
	noThirds: 'There are no groups of those who do well and who do not yet: all did alike.',
	noOptions: 'This question has no options to be counted.',
	option: 'Option',
	everybody: 'Everybody',
	lower: 'Those who do not do well',
	upper: 'Those who do well',
	key: 'the key',
	maybeKey: 'may be the right one',

	slices: 'Group by group',
	slicesLead: 'Press a group to see all figures of that group alone.',
	slicesFew: (p) => `“Few” is fewer than ${p.least} people: a hint, no more.`,
	fewMark: 'few',
	part: 'Group',
	partPeople: 'People',
	by: {
		version: 'Version of the course',
		locale: 'Language of the attempt',
		group: 'Group of learners',
		assisted: 'With a helper or alone',
		channel: 'How it was taken',
		form: 'Form',
	},
	assisted: { true: 'With a helper', false: 'Alone' },
	form: (p) => `Form ${p.form}`,
	channel: { web: 'Over the network', offline: 'Without a network', paper: 'On paper', class: 'In class' },
	unknown: 'Not known',

	choose: 'See a part alone',
	all: 'All',
	fast: 'Answers that came too fast',
	withFast: 'Included',
	withoutFast: 'Left out',
	model: 'Add difficulty by a model',
	models: { none: 'None', '1pl': 'Rasch model (1PL)', '2pl': '2PL model' },
	show: 'Show',
	showing: (p) => `This is a part alone: ${p.what}.`,
	modelOf: (p) => `${p.what}: from the first attempts of the newest ${people(p.n)}.`,
	modelUnsettled: 'The model has not settled: difficulty by the model is uncertain.',
	modelNone:
		'The model cannot be fitted yet: it takes at least two questions that some got right and some wrong.',
	download: 'Download the table (CSV)',

	glossary: 'What do these figures mean?',
	means: {
		attempts: 'How often this question was asked. Who takes the quiz again is counted again.',
		facility:
			'How much of its points the question brought on average. 100% is everybody right, 0% is nobody.',
		deviation:
			'Whether people’s points for this question differ much or little. 0 is the same for everybody.',
		discrimination:
			'Whether those who do well in the other questions are more often right in this one, from −100 to 100. The higher it is, the more the question tells who has understood. Near 0 it tells nothing. Below 0 those who do well are often wrong.',
		efficiency: 'Discrimination beside the most that a question of this facility could reach. 100 is best.',
		seconds: 'How long it takes on average until there is a first answer.',
		empty: 'The share of attempts that left this question without an answer.',
		fast: (p) =>
			`Answers that came before anybody could have read the question, even at ${p.n === 1 ? '1 word' : `${p.n} words`} a second.`,
		difficulty:
			'Who has just this much ability gets the question right half of the time. 0 is the mean ability of those who took it; higher is harder.',
		slope:
			'How clearly the question parts those who have understood from those who have not. Higher is clearer.',
	},
	thirdsTerm: 'Those who do well, those who do not',
	thirdsMean:
		'The third of the people who scored highest in the rest of the quiz, and the third who scored lowest.',
	firstsTerm: 'First attempts',
	firstsMean:
		'Discrimination, efficiency, options, reliability and the scores of the whole quiz are told of each person’s first attempt alone. All else is told of all attempts.',
	source: 'The figures are worked out as the quiz statistics of the open system Moodle are.',
} satisfies typeof source;
