import { ComboBox } from '../base/combo-box.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { Builder } from './condition-builder.ts';
import { replaced } from './condition-edits.ts';
import type { PartPath } from './condition-parts.ts';

/** The step or stage at which the case has to be. */
export function StepField({ builder, step, at }: { readonly builder: Builder; readonly step: string; readonly at: PartPath }) {
  const say = useWords();
  const text = useText();
  const steps = [...placesOf(builder.definition).values()].flatMap(({ id, state }) =>
    state.type === 'history' || state.type === 'final' ? [] : [{ id, name: text(textOf(fieldsOf(state.meta).title)) || id }],
  );
  const unknown = step === '' || steps.some(({ id }) => id === step) ? [] : [{ id: step, name: step }];
  return (
    <span data-control="field">
      <ComboBox
        label={say('condition.step')}
        options={[...steps, ...unknown]}
        value={step === '' ? undefined : step}
        none={say('outline.no-step')}
        onChange={(id) => {
          if (id !== undefined && id !== step) builder.change({ condition: replaced(builder.condition, at, { in: id }), at });
        }}
      />
    </span>
  );
}
