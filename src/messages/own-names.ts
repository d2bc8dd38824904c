/** Each language's own name for itself, as it stands on the links that choose it. */
export const languageOwnNames = { vi: 'Tiếng Việt', km: 'ភាសាខ្មែរ', en: 'English' };
