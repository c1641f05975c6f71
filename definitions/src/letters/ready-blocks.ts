import type { Text } from '@redress/engine';
import blocks from './ready-blocks.json' with { type: 'json' };

/** A paragraph for a letter, in the words of the letters that come with the product. */
export interface ReadyBlock {
  readonly id: string;
  /** What it tells, as the standards' rules name it; none: a greeting. */
  readonly tells?: readonly string[];
  readonly text: Text;
}

export const readyBlocks: readonly ReadyBlock[] = blocks;
