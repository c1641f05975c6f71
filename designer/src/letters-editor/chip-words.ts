/** A piece of a line: words as they are, or a field by the name it is written with. */
export type Piece = { readonly words: string } | { readonly field: string };

const braces = /\{([^{}\n]*)\}/g;

/** Lines of a text in pieces; what stands in braces is a field where it is known, else words. */
export function piecesOf(text: string, isKnown: (name: string) => boolean): readonly (readonly Piece[])[] {
  return text.split('\n').map((line) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const found of line.matchAll(braces)) {
      const [whole, name = ''] = found;
      if (!isKnown(name)) continue;
      if (found.index > from) pieces.push({ words: line.slice(from, found.index) });
      pieces.push({ field: name });
      from = found.index + whole.length;
    }
    if (from < line.length) pieces.push({ words: line.slice(from) });
    return pieces;
  });
}

/** Where words of a line name something in braces, and what. */
export const namedIn = (words: string): readonly { readonly name: string; readonly from: number; readonly to: number }[] =>
  [...words.matchAll(braces)].map(({ index, 0: whole, 1: name = '' }) => ({ name, from: index, to: index + whole.length }));
