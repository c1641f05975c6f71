/** Along a procedure, whichever way its reader reads. */
export type Walk = 'forward' | 'back' | 'up' | 'down' | 'first' | 'last';

/** Where a key leads, by its place on the keyboard: "forward" is where the procedure goes on, to the left for right-to-left readers. */
export function walkOf(code: string, direction: 'ltr' | 'rtl'): Walk | undefined {
  switch (code) {
    case 'ArrowRight':
      return direction === 'ltr' ? 'forward' : 'back';
    case 'ArrowLeft':
      return direction === 'ltr' ? 'back' : 'forward';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}
