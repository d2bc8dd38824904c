/**
 * Options of a cache of at most so many entries that takes memory as it fills. `max` alone takes it for all of them at
 * once, which is megabytes for tens of thousands.
 */
export function atMost(entries: number) {
	return { maxSize: entries, sizeCalculation: () => 1 };
}
