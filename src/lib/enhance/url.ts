declare const __ENHANCE_URL__: string;
declare const __ATTEMPT_URLS__: string[];

/** Address of the enhancement script; vite.config.ts builds it. */
export const enhanceUrl = __ENHANCE_URL__;

/** What it fetches on the pages of an attempt: the sooner it is there, the sooner an answer is held. */
export const attemptUrls = __ATTEMPT_URLS__;
