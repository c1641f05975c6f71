import type { Direction } from '../map/map-mirror.ts';

/** Longer names are not even looked at: no card shows as much. */
const lettersMost = 600;

/**
 * Words broken into lines that fit, the last with an ellipsis where there is more. Widths are estimated from the letters: a picture is drawn
 * without a screen, and whoever opens it may have other fonts.
 */
export function fitted(words: string, { size, widths }: { readonly size: number; readonly widths: readonly number[] }): readonly string[] {
  const lines: string[] = [''];
  const parts = words
    .slice(0, lettersMost)
    .split(/\s+/)
    .filter((part) => part !== '');
  for (const part of parts) {
    for (const piece of piecesOf(part, size, Math.max(...widths))) {
      const line = lines.at(-1) ?? '';
      const longer = line === '' ? piece : `${line} ${piece}`;
      const room = widths[lines.length - 1] ?? 0;
      const next = widths[lines.length];
      if (widthOf(longer, size) <= room) lines[lines.length - 1] = longer;
      // Beside a mark there may be room for no word at all: it stands beneath.
      else if (next !== undefined && (line !== '' || next > room)) lines.push(piece);
      else return [...lines.slice(0, -1), cut(longer, size, widths.at(-1) ?? 0)];
    }
  }
  return words.length > lettersMost ? [...lines.slice(0, -1), cut(`${lines.at(-1)} …`, size, widths.at(-1) ?? 0)] : lines;
}

/** A word wider than a line goes on in the next one. */
function piecesOf(word: string, size: number, width: number): readonly string[] {
  const pieces: string[] = [];
  for (let letters = [...word]; letters.length > 0; ) pieces.push(letters.splice(0, Math.max(1, fitting(letters, size, width))).join(''));
  return pieces;
}

function cut(words: string, size: number, width: number): string {
  const letters = [...words];
  return `${letters
    .slice(0, fitting(letters, size, width - widthOf('…', size)))
    .join('')
    .trimEnd()}…`;
}

/** How many of the letters there is room for. */
function fitting(letters: readonly string[], size: number, width: number): number {
  let used = 0;
  for (const [index, letter] of letters.entries()) {
    used += emsOf(letter) * size;
    if (used > width) return index;
  }
  return letters.length;
}

/** Pixels, rather more than less. */
export const widthOf = (words: string, size: number): number => [...words].reduce((sum, letter) => sum + emsOf(letter), 0) * size;

function emsOf(letter: string): number {
  if (/[\p{Mn}\p{Cf}]/u.test(letter)) return 0;
  if (/[\s.,:;'’|!()[\]{}ijlftrIا،؛]/.test(letter)) return 0.33;
  if (/[mwMWQ@%…—سشصضطظ]/.test(letter)) return 0.92;
  if (/[\p{Script=Arabic}]/u.test(letter)) return 0.56;
  if (/[acekrsvxyząćęśźż]/.test(letter)) return 0.56;
  if (/[\p{Lu}\d&]/u.test(letter)) return 0.68;
  if (/[\p{Script=Latin}\p{P}]/u.test(letter)) return 0.59;
  return 1.1;
}

/** Which way words run by themselves: by their first letter that has a way, what is set apart in them not counted. */
export function directionOfWords(words: string): Direction | undefined {
  const [first] = /\p{L}/u.exec(words.replaceAll(/[\u2066-\u2068][^\u2069]*\u2069?/g, '')) ?? [];
  if (first === undefined) return undefined;
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first) ? 'rtl' : 'ltr';
}
