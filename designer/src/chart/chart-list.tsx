import { useText, useWords } from '../language/words.tsx';
import { cardIcon, cardKinds } from './card-kinds.ts';
import { cardStates, cardStateWords } from './card-state.ts';
import styles from './chart-list.module.css';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';
import { wayWords } from './way-words.ts';

/** The chart in words, equal to the picture: every stage, every step, how it stands and where it leads. */
export function ChartList({ model, walked }: { readonly model: ChartModel; readonly walked: WalkedPath }) {
  const say = useWords();
  const text = useText();
  const states = cardStates(model, walked);
  const cards = new Map(model.cards.map((card) => [card.id, card]));
  const titleOf = (id: string) => text(cards.get(id)?.title);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys, too.
    <ol className={styles.list} tabIndex={0} aria-labelledby="chart-title">
      {model.columns.map((column) => (
        <li key={column.id}>
          {column.title || column.id === 'ends' ? <h3>{column.title ? text(column.title) : say('chart.ends')}</h3> : null}
          <ol>
            {column.cards.map((id) => {
              const card = cards.get(id);
              const state = states.get(id) ?? 'later';
              if (!card) return null;
              const Icon = cardIcon(card);
              const ways = model.edges.filter((edge) => edge.from === id && edge.to !== id);
              return (
                <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
                  <Icon className={styles.mark} aria-hidden="true" />
                  <span>
                    <b>{text(card.title)}</b>
                    <small>
                      {[say(cardKinds[card.kind].word), card.role ? text(card.role) : '', say(cardStateWords[state])]
                        .filter((word) => word !== '')
                        .join(' · ')}
                    </small>
                    {ways.map((way) => (
                      <small key={way.id}>
                        {say('chart.way', {
                          how: wayWords(way, text, say),
                          to: titleOf(way.to),
                        })}
                      </small>
                    ))}
                  </span>
                </li>
              );
            })}
          </ol>
        </li>
      ))}
    </ol>
  );
}
