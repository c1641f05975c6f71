import { Button } from '../base/button.tsx';
import { placeName } from '../findings/draft-problems.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import proofStyles from '../proof/proof.module.css';

const groups = {
  steps: 'who.uses.steps',
  ways: 'who.uses.ways',
  event: 'who.uses.event',
  field: 'who.uses.field',
  letter: 'who.uses.letter',
  other: 'who.uses.other',
} as const satisfies Readonly<Record<string, MessageId>>;
type Group = keyof typeof groups;
const order = ['steps', 'ways', 'event', 'field', 'letter', 'other'] as const;

/** Where a role is named, each a way there; sorted, because a role is named at very many places. */
export function RoleUses({ definition, tree, onChoose, uses }: PanelProps & { readonly uses: readonly string[] }) {
  const say = useWords();
  const text = useText();
  const sorted = order.map((group) => ({ group, places: uses.filter((use) => groupOf(use) === group) }));
  return (
    <section>
      <h3>{say('who.uses')}</h3>
      {uses.length === 0 && <p className={panelStyles.quiet}>{say('forms.unused')}</p>}
      <div className={proofStyles.folds}>
        {sorted
          .filter(({ places }) => places.length > 0)
          .map(({ group, places }) => (
            <details key={group} className={proofStyles.fold}>
              <summary>{say(groups[group], { count: places.length })}</summary>
              <ul className={panelStyles.ways}>
                {places.map((place) => (
                  <li key={place}>
                    <Button forReaders kind="link" onPress={() => onChoose(place)}>
                      {placeName(tree, place, { definition, say, text })}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          ))}
      </div>
    </section>
  );
}

function groupOf(use: string): Group {
  if (use.startsWith('/')) return 'ways';
  const [kind = '', id] = use.split(':');
  if (id === undefined) return use === '' ? 'other' : 'steps';
  return kind === 'event' || kind === 'field' || kind === 'letter' ? kind : 'other';
}
