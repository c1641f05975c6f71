import type { LucideIcon } from 'lucide-react';
import type { Direction } from '../map/map-mirror.ts';
import { directionOfWords, fitted } from './fitted-words.ts';
import { colours } from './picture-colours.ts';

export const sizes = { meta: 12, dense: 13, body: 14, title: 22 } as const;

interface WordsProps {
  readonly words: string;
  readonly x: number;
  /** Middle of all the lines. */
  readonly y: number;
  /** Room for each line. */
  readonly widths: readonly number[];
  readonly page: Direction;
  readonly side?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly lineHeight?: number;
  readonly ink?: string;
  readonly medium?: boolean;
}

/** Words that lie where the page's reader begins, whichever way they run by themselves. */
export function Words({ words, x, y, widths, page, side = 'start', size = sizes.dense, lineHeight = 18, ink, medium = false }: WordsProps) {
  if (words === '') return null;
  const lines = fitted(words, { size: medium ? size * 1.04 : size, widths });
  const own = directionOfWords(words) ?? page;
  const turned = side === 'start' ? 'end' : 'start';
  const top = y - ((lines.length - 1) * lineHeight) / 2 + size * 0.36;
  return lines.map((line, index) =>
    line === '' ? null : (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once.
        key={index}
        x={x}
        y={top + index * lineHeight}
        fontSize={size}
        fill={ink ?? colours.text}
        direction={own}
        textAnchor={side === 'middle' ? 'middle' : own === page ? side : turned}
        {...(medium ? { fontWeight: 550 } : {})}
      >
        {line}
      </text>
    ),
  );
}

/** An icon of the window, its middle at a place. */
export function Glyph({
  of: Picture,
  x,
  y,
  ink,
  size = 14,
}: {
  readonly of: LucideIcon;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
  readonly size?: number;
}) {
  return <Picture x={x - size / 2} y={y - size / 2} width={size} height={size} color={ink} strokeWidth={1.6} aria-hidden />;
}
