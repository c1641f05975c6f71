import { Check } from 'lucide-react';
import { createContext, memo, useContext } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { directionOf } from '../language/language.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { cardKinds, endIcon } from './card-kinds.ts';
import { type CardState, cardStateWords } from './card-state.ts';
import styles from './chart.module.css';
import type { ChartCard } from './chart-model.ts';

/** What every card of a chart needs to know; the nodes themselves carry only their id. */
export interface ChartScene {
  readonly cards: ReadonlyMap<string, ChartCard>;
  readonly states: ReadonlyMap<string, CardState>;
  /** The one card in the tab order. */
  readonly reached: string;
  readonly selected: string | undefined;
  readonly select: (card: string) => void;
}
export const ChartSceneContext = createContext<ChartScene | undefined>(undefined);

/** A card as seen from far away: kind, name, mark. */
export const CardNode = memo(function CardNode({ id }: NodeProps) {
  const scene = useContext(ChartSceneContext);
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const card = scene?.cards.get(id);
  if (!scene || !card) return null;
  const state = scene.states.get(id) ?? 'later';
  const kind = cardKinds[card.kind];
  const Icon = endIcon(card.outcome) ?? (state === 'done' ? Check : kind.icon);
  const name = text(card.title);
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle ?? ''} />
      <button
        type="button"
        data-card={id}
        data-kind={card.kind}
        data-state={state}
        className={styles.card}
        dir={directionOf[language]}
        tabIndex={scene.reached === id ? 0 : -1}
        aria-pressed={scene.selected === id}
        aria-label={say('chart.card', {
          kind: say(kind.word),
          name,
          state: say(cardStateWords[state]),
          role: card.role ? text(card.role) : '',
        })}
        onClick={() => scene.select(id)}
      >
        <Icon className={styles.glyph} aria-hidden="true" />
        <span>{name}</span>
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle ?? ''} />
    </>
  );
});

export const ColumnNode = memo(function ColumnNode({ data }: NodeProps) {
  const text = useText();
  const language = useLanguage();
  const title = titleOf(data);
  return (
    <div className={styles.column} dir={directionOf[language]}>
      {title ? <b>{text(title)}</b> : null}
    </div>
  );
});

export const FrameNode = memo(function FrameNode() {
  return <div className={styles.frame} />;
});

function titleOf(data: Record<string, unknown>): Record<string, string> | undefined {
  const { title } = data;
  return typeof title === 'object' && title !== null
    ? Object.fromEntries(Object.entries(title).map(([language, words]) => [language, String(words)]))
    : undefined;
}
