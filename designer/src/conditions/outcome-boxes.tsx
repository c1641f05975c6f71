import { meanings } from '@redress/definitions';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { Builder } from './condition-builder.ts';
import { replaced } from './condition-edits.ts';
import type { PartPath } from './condition-parts.ts';
import { outcomeName } from './outcome-words.ts';

/** How the other procedure must have ended for the way to be taken: any of these. */
export function OutcomeBoxes({
  builder,
  outcomes,
  at,
}: {
  readonly builder: Builder;
  readonly outcomes: readonly string[];
  readonly at: PartPath;
}) {
  const say = useWords();
  const text = useText();
  const known = [...meanings.tags.keys()].flatMap((tag) => (tag.startsWith('outcome:') ? [tag.slice('outcome:'.length)] : []));
  const all = [...known, ...outcomes.filter((outcome) => !known.includes(outcome))];
  return (
    <span data-control="field">
      <CheckboxGroup
        label={say('condition.ended-as')}
        boxes={all.map((id) => ({ id, name: outcomeName(id, text) }))}
        value={outcomes}
        onChange={(chosen) =>
          builder.change({ condition: replaced(builder.condition, at, { outcome: all.filter((id) => chosen.includes(id)) }), at })
        }
      />
    </span>
  );
}
