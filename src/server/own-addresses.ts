import { networkInterfaces } from 'node:os';

/** Addresses that this machine has on its networks. */
export function ownAddresses(): string[] {
	return Object.values(networkInterfaces()).flatMap((on) => (on ?? []).map(({ address }) => address));
}
