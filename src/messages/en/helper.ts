import type { helper as source } from '../vi/helper.ts';

/** For helpers: the people they look after. */
export const helper = {
	title: 'People I help',
	lead: 'Those whom you registered, and those who were put in your care.',
	listTitle: 'My list',
	none: 'There is nobody in your list yet.',
	noName: 'No name yet',
	username: (p) => `User name: ${p.username}`,
	makeCode: 'Make a code',
	makeCodeFor: (p) => `Make a code for ${p.name}`,

	registerTitle: 'Register somebody',
	registerLead: 'No e-mail or phone number is needed. They set a password later, with a code that you make.',
	name: 'Full name of the learner',
	nameHint: 'As they want it on a certificate.',
	wantedUsername: 'User name',
	wantedUsernameHint: 'Leave it empty and the site chooses one that is easy to type.',
	language: 'The learner’s language',
	register: 'Register',
	registered: (p) => `${p.name} is registered`,
	registeredText: (p) => `The user name is ${p.username}. Write it down on paper for the learner.`,
	registeredNext: 'Make a code to set a password',

	giveTitle: 'Put a learner in somebody’s care',
	giveLead: 'The helper sees the learner in their list and can make recovery codes for them.',
	learner: 'User name of the learner',
	carer: 'User name of the helper',
	give: 'Put in their care',
	end: 'Take out',
	given: (p) => `${p.username} is now in the care of ${p.carer}`,
	ended: (p) => `${p.username} is no longer in the list of ${p.carer}`,

	vouchTitle: 'Vouch for a learner',
	vouch: 'Vouch',
	vouchFor: (p: { name: string }) => `Vouch that ${p.name} has learned`,
	vouchLead:
		'Somebody has finished a course but cannot get the certificate yet? If you vouch, they get it at once.',
	vouchCheckTitle: 'Vouch only if',
	vouchCheck: [
		'You sat beside them and saw them read and answer by themselves.',
		'Nobody did it for them.',
		'You can explain, should anybody ask. The site keeps who vouched.',
	],
	vouchCourse: 'Course',
	vouchSubmit: 'I vouch for it',
	vouched: (p: { username: string; course: string }) =>
		`You vouched: ${p.username} has learned “${p.course}”`,
	vouchedText: 'They open “My certificates” to get it.',
} satisfies typeof source;
