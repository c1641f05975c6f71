import { cardWidth } from './chart-layout.ts';

const textWidth = cardWidth - 8 - 8 - 14 - 5 - 2; // paddings, icon, gap, border
const padding = 14;
const linesMost = 4;

/** Height in pixels that a title needs on a card: the text is measured, words are never cut. */
export function cardHeight(title: string, look: { readonly font: string; readonly line: number }): number {
  return padding + look.line * Math.min(linesOf(title, look.font), linesMost);
}

function linesOf(title: string, font: string): number {
  let lines = 1;
  let used = 0;
  const space = widthOf(' ', font);
  for (const word of title.split(/\s+/)) {
    const width = widthOf(word, font);
    if (used > 0 && used + space + width > textWidth) {
      lines += 1;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}

function widthOf(text: string, font: string): number {
  canvas ??= document.createElement('canvas').getContext('2d') ?? undefined;
  if (!canvas) return text.length * 6.6; // No canvas in this browser: a generous guess.
  canvas.font = font;
  return canvas.measureText(text).width;
}

let canvas: CanvasRenderingContext2D | undefined;
