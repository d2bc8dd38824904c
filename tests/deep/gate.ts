import { setTimeout as sleep } from 'node:timers/promises';

/** Lets the devices' requests through, or keeps them waiting while the server is down or being looked at. */
export class Gate {
	#isOpen = false;
	#isLast = false;
	#underWay = 0;
	#waiting: (() => void)[] = [];

	/** Devices finish what they are at, and begin nothing new. */
	get isLast() {
		return this.#isLast;
	}

	open({ last = false } = {}) {
		this.#isOpen = true;
		this.#isLast = last;
		for (const go of this.#waiting.splice(0)) go();
	}

	/** Waits until nothing is under way any more. */
	async close() {
		this.#isOpen = false;
		while (this.#underWay > 0) await sleep(5);
	}

	async run<T>(send: () => Promise<T>): Promise<T> {
		while (!this.#isOpen) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#underWay += 1;
		try {
			return await send();
		} finally {
			this.#underWay -= 1;
		}
	}
}
