/**
 * The one script of the pages. Each module looks for its own `data-` attributes and does nothing without them; whatever
 * it makes easier also works by a plain form.
 */
import { answers } from './answers.ts';
import { deadline } from './deadline.ts';
import { enlarged } from './enlarged.ts';
import { keptByNobody } from './kept-by-nobody.ts';
import { offline } from './offline.ts';
import { live } from './live.ts';
import { look } from './look.ts';
import { marking } from './marking.ts';
import { once } from './once.ts';
import { paperRows } from './paper-rows.ts';
import { parts } from './parts.ts';
import { passkeys } from './passkeys.ts';
import { readAloud } from './read-aloud.ts';
import { share } from './share.ts';
import { sharedPhone } from './shared-phone.ts';
import { showPassword } from './show-password.ts';
import { signOut } from './sign-out.ts';
import { textSize } from './text-size.ts';

const modules: (() => void)[] = [
	parts,
	once,
	passkeys,
	readAloud,
	textSize,
	look,
	share,
	sharedPhone,
	answers,
	deadline,
	live,
	signOut,
	showPassword,
	keptByNobody,
	enlarged,
	marking,
	paperRows,
	offline,
];
for (const start of modules) start();

// In development this line makes Vite bring its own client, which reloads the page and shows an author's errors.
import.meta.hot?.accept();
