import type { Say } from '../language/words.tsx';
import type { ChartEdge } from './chart-model.ts';

/** What leads along a line: the outcomes people press, the deadlines that pass; by itself where neither has a name. */
export function wayWords(way: ChartEdge, text: (words: ChartEdge['labels'][number]['text']) => string, say: Say): string {
  const words = way.labels.map((label) => (label.kind === 'time' ? say('chart.deadline', { name: text(label.text) }) : text(label.text)));
  return words.join(' / ') || say('chart.by-itself');
}
