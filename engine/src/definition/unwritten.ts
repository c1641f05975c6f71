/** A text that is only this still has to be written by somebody. A draft with it is kept and checked, but never published. */
export const unwritten = '…';
