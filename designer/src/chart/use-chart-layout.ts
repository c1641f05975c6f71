import { useEffect, useMemo, useState } from 'react';
import { directionOf } from '../language/language.ts';
import { useLanguage, useText } from '../language/words.tsx';
import { cardHeight } from './card-height.ts';
import { type ChartLayout, layoutChart, mirrored, plainLayout } from './chart-layout.ts';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';

/** The layout of a chart for this reader; `undefined` while ELK is at work. Without its worker the plain one. */
export function useChartLayout(model: ChartModel, walked: WalkedPath): ChartLayout | undefined {
  const language = useLanguage();
  const text = useText();
  const beside = walked.beside.map((way) => way.id).join(' ');
  const [layout, setLayout] = useState<ChartLayout>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ways beside the lines count by their ids, not by identity.
  useEffect(() => {
    let wanted = true;
    void (async () => {
      await document.fonts.ready; // Heights are measured in the page's own letters.
      const look = { font: `550 12px ${getComputedStyle(document.body).fontFamily}`, line: language === 'fa' ? 18 : 16 };
      const titles = new Map(model.cards.map((card) => [card.id, text(card.title)]));
      const heightOf = (card: string) => cardHeight(titles.get(card) ?? '', look);
      const made = await import('./chart-elk.ts')
        .then(({ chartElk }) => layoutChart(model, walked.beside, heightOf, chartElk()))
        .catch(() => plainLayout(model, walked.beside, heightOf));
      if (wanted) setLayout(made);
    })();
    return () => {
      wanted = false;
    };
  }, [model, beside, language, text]);
  return useMemo(() => (layout && directionOf[language] === 'rtl' ? mirrored(layout) : layout), [layout, language]);
}
