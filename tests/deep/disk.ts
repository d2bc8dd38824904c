/** A disk of one's own in a file, mounted by a loop device; its power can be cut. Takes Linux and root. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const size = '700M';

export class Disk {
	private constructor(
		private readonly home: string,
		private readonly file: string,
		/** Where it is mounted. */
		readonly folder: string,
	) {
		mkdirSync(folder);
		// Nothing is written of itself meanwhile: what a cut leaves is what was asked to be on the disk.
		run('mount', '-o', 'loop,commit=300', file, folder);
	}

	static make(): Disk {
		const home = mkdtempSync(path.join(tmpdir(), 'cung-hoc-disk-'));
		const file = path.join(home, 'disk');
		run('truncate', '-s', size, file);
		run('mkfs.ext4', '-q', file);
		return new Disk(home, file, path.join(home, 'mounted'));
	}

	/**
	 * What would be left if the power went this moment, as another disk: what has reached the device, and not what the
	 * system still holds in memory. Whoever writes to it must stand still.
	 */
	afterCut(): Disk {
		const file = path.join(this.home, 'left');
		run('cp', '--sparse=always', this.file, file);
		return new Disk(this.home, file, path.join(this.home, 'left-mounted'));
	}

	remove(): void {
		run('umount', this.folder);
		rmSync(this.file);
		rmSync(this.folder, { recursive: true });
	}

	/** Of this disk and those that were left of it. */
	removeHome(): void {
		rmSync(this.home, { recursive: true });
	}

	/** Whether this machine allows it; else why not. */
	static whyNot(): string | null {
		try {
			const disk = Disk.make();
			disk.remove();
			disk.removeHome();
			return null;
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	}
}

function run(command: string, ...args: string[]): void {
	const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr.trim()}`);
}
