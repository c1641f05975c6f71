import type { Definition } from '@redress/engine';
import { type ReactNode, useMemo, useState } from 'react';
import { usePrinting } from '../base/use-printing.ts';
import { useText, useWords } from '../language/words.tsx';
import { cardIcon, cardKinds } from './card-kinds.ts';
import { cardStates, cardStateWords } from './card-state.ts';
import styles from './chart.module.css';
import { ChartList } from './chart-list.tsx';
import lookedStyles from './chart-looked.module.css';
import { anyTimeIn, type ChartAnyTime, type ChartModel, chartModel } from './chart-model.ts';
import { type WalkedPath, type WalkedRow, walkedPath } from './chart-path.ts';
import { ChartSheet } from './chart-sheet.tsx';
import { useChartLayout } from './use-chart-layout.ts';
import { wayWords } from './way-words.ts';

export interface CaseChartProps {
  readonly definition: Definition;
  readonly path: readonly WalkedRow[];
  /** Ids of the active steps, stages included. */
  readonly steps: readonly string[];
  /** It ended: nothing more happens, wherever it stood. */
  readonly isOver?: boolean;
  /** Instead of "Where the case is". */
  readonly title?: string;
  /** What there is to say of a card beyond its procedure: the case that it began. */
  readonly children?: (card: string) => ReactNode;
}

/** Where the case is: its procedure as a chart or as a list, the way it took, and what could follow. */
export function CaseChart({ definition, path, steps, isOver = false, title, children }: CaseChartProps) {
  const say = useWords();
  const model = useMemo(() => chartModel(definition), [definition]);
  const anyTime = useMemo(() => (isOver ? [] : anyTimeIn(model, steps)), [model, steps, isOver]);
  const walked = useMemo(() => walkedPath(model, path, steps), [model, path, steps]);
  const [isListWished, setListWished] = useState(false);
  const isPrinted = usePrinting(); // On paper nobody moves a chart.
  const asList = isListWished || isPrinted;
  const [selected, setSelected] = useState<string>();
  return (
    <section className={styles.box} aria-labelledby="chart-title">
      <header>
        <h2 id="chart-title">{title ?? say('chart.title')}</h2>
        <span className={styles.legend} aria-hidden="true">
          <i data-look="done" />
          {say('chart.legend.done')}
          <i data-look="now" />
          {say('chart.legend.now')}
        </span>
        <button type="button" className={styles.toggle} onClick={() => setListWished(!isListWished)}>
          {say(asList ? 'chart.as-map' : 'chart.as-list')}
        </button>
      </header>
      {asList ? (
        <ChartList model={model} walked={walked} />
      ) : (
        <MapView
          model={model}
          walked={walked}
          selected={selected}
          below={<AnyTime of={anyTime} />}
          onSelect={(card) => setSelected(card === selected ? undefined : card)}
        />
      )}
      {!asList && selected !== undefined ? <Looked model={model} walked={walked} card={selected} more={children} /> : null}
      {asList && anyTime.length > 0 ? (
        <div className={lookedStyles.apart}>
          <AnyTime of={anyTime} />
        </div>
      ) : null}
    </section>
  );
}

function MapView({
  model,
  walked,
  selected,
  below,
  onSelect,
}: {
  readonly model: ChartModel;
  readonly walked: WalkedPath;
  readonly selected: string | undefined;
  readonly below: ReactNode;
  readonly onSelect: (card: string) => void;
}) {
  const say = useWords();
  const layout = useChartLayout(model, walked);
  if (!layout) return <div className={styles.waiting} aria-busy="true" />; // The case is read meanwhile.
  return (
    <ChartSheet
      model={model}
      walked={walked}
      layout={layout}
      selected={selected}
      onSelect={onSelect}
      label={say('chart.label')}
      below={below}
    />
  );
}

/** The card somebody looks at, in words: its kind, whose it is, and what leads on from it. */
function Looked({
  model,
  walked,
  card,
  more,
}: {
  readonly model: ChartModel;
  readonly walked: WalkedPath;
  readonly card: string;
  readonly more: CaseChartProps['children'];
}) {
  const say = useWords();
  const text = useText();
  const found = model.cards.find((each) => each.id === card);
  const state = cardStates(model, walked).get(card);
  if (!found || !state) return null;
  const Icon = cardIcon(found);
  const titles = new Map(model.cards.map((each) => [each.id, each.title]));
  const ways = model.edges.filter((edge) => edge.from === card && edge.to !== card);
  return (
    <div className={lookedStyles.looked} aria-live="polite">
      <p>
        <Icon size="0.875rem" aria-hidden="true" />
        <b>{text(found.title)}</b>
        <span>
          {[say(cardKinds[found.kind].word), found.role ? text(found.role) : '', say(cardStateWords[state])]
            .filter((word) => word !== '')
            .join(' · ')}
        </span>
      </p>
      {more?.(card)}
      {ways.length > 0 ? (
        <ul>
          {ways.map((way) => (
            <li key={way.id} data-kind={way.kind}>
              {say('chart.way', {
                how: wayWords(way, text, say),
                to: text(titles.get(way.to)),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function AnyTime({ of }: { readonly of: readonly ChartAnyTime[] }) {
  const say = useWords();
  const text = useText();
  if (of.length === 0) return null;
  return <p className={lookedStyles.anyTime}>{say('chart.any-time', { what: of.map((row) => text(row.label)).join(' · ') })}</p>;
}
