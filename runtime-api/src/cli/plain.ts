/** What comes out of a file that somebody handed in: nothing in it moves the cursor of whoever reads, or turns the direction. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
