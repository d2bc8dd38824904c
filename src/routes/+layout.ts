/** Unless a group says otherwise, so that the page of an unknown address has no client script either. */
export const csr = false;
