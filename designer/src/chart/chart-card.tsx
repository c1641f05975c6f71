import { Check } from 'lucide-react';
import { type CSSProperties, createContext, memo, useContext } from 'react';
import { directionOf } from '../language/language.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { cardKinds, endIcon } from './card-kinds.ts';
import { type CardState, cardStateWords } from './card-state.ts';
import styles from './chart.module.css';
import type { ChartCard, ChartColumn } from './chart-model.ts';

/** What every card of a chart needs to know of the others. */
export interface ChartScene {
  readonly states: ReadonlyMap<string, CardState>;
  /** The one card in the tab order. */
  readonly reached: string;
  readonly selected: string | undefined;
  readonly select: (card: string) => void;
}
export const ChartSceneContext = createContext<ChartScene | undefined>(undefined);

/** A card as seen from far away: kind, name, mark. */
export function Card({ card, place }: { readonly card: ChartCard; readonly place: CSSProperties | undefined }) {
  const scene = useContext(ChartSceneContext);
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  if (!scene || !place) return null;
  const state = scene.states.get(card.id) ?? 'later';
  const kind = cardKinds[card.kind];
  const Icon = endIcon(card.outcome) ?? (state === 'done' ? Check : kind.icon);
  const name = text(card.title);
  return (
    <button
      type="button"
      data-card={card.id}
      data-kind={card.kind}
      data-state={state}
      className={styles.card}
      style={place}
      dir={directionOf[language]}
      tabIndex={scene.reached === card.id ? 0 : -1}
      aria-pressed={scene.selected === card.id}
      aria-label={say('chart.card', {
        kind: say(kind.word),
        name,
        state: say(cardStateWords[state]),
        role: card.role ? text(card.role) : '',
      })}
      onClick={() => scene.select(card.id)}
    >
      <Icon className={styles.glyph} aria-hidden="true" />
      <span>{name}</span>
    </button>
  );
}

export const Column = memo(function Column({
  title,
  place,
}: {
  readonly title: ChartColumn['title'];
  readonly place: CSSProperties | undefined;
}) {
  const text = useText();
  const language = useLanguage();
  return (
    <div className={styles.column} style={place} dir={directionOf[language]}>
      {title ? <b>{text(title)}</b> : null}
    </div>
  );
});
