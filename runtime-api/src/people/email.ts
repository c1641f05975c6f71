/** Two spellings of one address are one address: NFKC, small letters, no space around. */
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** One address and nothing else: no display name, no second address, no line break. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/u.test(text);
