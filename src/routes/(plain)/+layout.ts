/** Pages without client script of the framework: the enhancement script is all that they load. */
export const csr = false;
