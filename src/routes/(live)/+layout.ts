/** Pages that are alive in the browser. They are made on the server first, and say there what they need script for. */
export const csr = true;
