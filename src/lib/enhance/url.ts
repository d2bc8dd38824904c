declare const __ENHANCE_URL__: string;

/** Address of the enhancement script; vite.config.ts builds it. */
export const enhanceUrl = __ENHANCE_URL__;
