/** Cards are laid out for letters of 16 px to the root; where the reader has set larger ones, the whole picture is nearer. */
export const readingZoom = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/** Whether the reader wants nothing to move. */
export const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
