/** By which a write says in whose name it is made: a header of the API, and a field of the pages' forms. */
export const whoseHeader = 'cung-hoc-learner';
export const whoseField = 'whose';
