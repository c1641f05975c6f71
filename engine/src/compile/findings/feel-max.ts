/** Characters of FEEL in one definition, the same text counted once: reading a hostile one costs up to 0.1 ms a character. */
export const feelMax = 20_000;
