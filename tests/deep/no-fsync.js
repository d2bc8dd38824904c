/** Preloaded into a server, it answers that all is on the disk without bringing it there: the test must find it out. */
import fs from 'node:fs';

fs.fsyncSync = () => {};
