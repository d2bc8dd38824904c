/** Passkeys, as a person adds one and signs in by it: the browser has a device that is unlocked, or is not. */
import type { CDPSession, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { axeProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { follow, press } from './learner.ts';
import { names, password, Person } from './people.ts';

const t = messagesFor('vi');
/** Browsers keep passkeys for names alone. */
const named = (origin: string) => origin.replace('127.0.0.1', 'localhost');

async function deviceOf(page: Page): Promise<{ unlock(isUnlocked: boolean): Promise<void> }> {
	const devtools: CDPSession = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return {
		unlock: (isUserVerified) =>
			devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) as Promise<never>,
	};
}

async function addOne(page: Page, origin: string): Promise<void> {
	await page.goto(`${named(origin)}/settings/passkeys`);
	await page.getByLabel(t.security.password, { exact: true }).fill(password);
	await press(page, t.secondStep.keyBegin);
	expect(await axeProblems(page)).toEqual([]);
	await press(page, t.secondStep.keyMake);
}

test('a passkey is added, signs in, and is removed', async ({ page, context, origin }) => {
	const person = await Person.account(named(origin), 'vi');
	await person.signInByTwoSteps();
	await person.enter(context);
	await deviceOf(page);
	await page.goto(`${named(origin)}/settings/second-step`);
	await follow(page, t.secondStep.keys);
	await expect(page.getByText(t.secondStep.keysNone)).toBeVisible();
	await addOne(page, origin);
	await expect(page.getByText(t.secondStep.keyAdded)).toBeVisible();
	await expect(page.getByText(t.secondStep.keyUnused)).toBeVisible();
	expect(await axeProblems(page)).toEqual([]);

	await context.clearCookies();
	await page.goto(`${named(origin)}/sign-in?back=/settings/passkeys`);
	await follow(page, t.secondStep.keySignIn);
	expect(await axeProblems(page)).toEqual([]);
	await press(page, t.secondStep.keySignIn);
	await expect(page).toHaveURL(/\/settings\/passkeys$/);
	await expect(page.getByText(t.secondStep.keyUsed)).toBeVisible();

	await press(page, t.secondStep.keyRemove);
	await expect(page.getByText(t.secondStep.keyRemoved)).toBeVisible();
	await context.clearCookies();
	await page.goto(`${named(origin)}/sign-in/passkey`);
	await press(page, t.secondStep.keySignIn);
	await expect(page.getByRole('alert')).toContainText(t.api.failures['passkey-refused'].title);
	await follow(page, t.secondStep.keyNot);
	await expect(page.getByRole('heading', { level: 1, name: t.account.signIn, exact: true })).toBeVisible();
});

test('who cannot unlock the device is told so, and goes on', async ({ page, context, origin }) => {
	const person = await Person.account(named(origin), 'vi');
	await person.signInByTwoSteps();
	await person.enter(context);
	const device = await deviceOf(page);
	await device.unlock(false);
	await addOne(page, origin);
	await expect(page.getByText(t.secondStep.keyFailed)).toBeVisible();
	await device.unlock(true);
	await press(page, t.secondStep.keyMake);
	await expect(page.getByText(t.secondStep.keyAdded)).toBeVisible();
	await context.clearCookies();
	await page.goto(`${named(origin)}/sign-in/passkey`);
	await press(page, t.secondStep.keySignIn);
	await expect(page.getByText(t.learning.hello({ name: names.vi }))).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('it is said that passkeys need it', async ({ page, origin }) => {
		await page.goto(`${named(origin)}/sign-in/passkey`);
		await expect(page.getByText(t.secondStep.keyNeedsScript)).toBeVisible();
		await expect(page.getByRole('button', { name: t.secondStep.keySignIn })).toBeHidden();
	});
});

test('where the address is a number, nothing leads to passkeys', async ({ page }) => {
	await page.goto('/sign-in');
	await expect(page.getByRole('link', { name: t.secondStep.keySignIn })).toHaveCount(0);
});
