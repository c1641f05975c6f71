import type { JsonObject } from '@redress/engine';
import { WandSparkles } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { DefinitionForm } from '../form/definition-form.tsx';
import { useForm } from '../form/use-form.ts';
import { draftForm } from '../forms-editor/draft-form.ts';
import { useText, useWords } from '../language/words.tsx';
import type { FormView } from '../server/shapes/work.ts';
import { leadingOf, lookOf } from '../work/outcome-look.ts';
import { ButtonQuestion } from './button-question.tsx';
import { sampleValues } from './sample-values.ts';
import styles from './trial.module.css';

const noForm: FormView = { form: 'none', title: {}, sections: [], values: {} };

/** A button as whoever is played would meet it. */
export interface OfferButton {
  readonly id: string;
  readonly name: string;
  readonly leadsTo?: string;
  readonly style?: string | undefined;
  /** Asked before it does something. */
  readonly question?: string;
}

/** A form of the draft as whoever is played would meet it, its buttons under it; sample answers on request. */
export function OfferForm({
  definition,
  form,
  values,
  at,
  buttons,
  leads,
  onDo,
}: {
  readonly definition: object;
  readonly form: string | undefined;
  /** What stands in it before anybody fills it in. */
  readonly values: JsonObject;
  readonly at: string;
  readonly buttons: readonly OfferButton[];
  /** One of the buttons is the one primary button of the page. */
  readonly leads: boolean;
  readonly onDo: (button: string, values: JsonObject) => void;
}) {
  const say = useWords();
  const id = useId();
  const text = useText();
  const dates = useDates();
  const view = useMemo(() => (form === undefined ? noForm : { ...draftForm(definition, form), values }), [definition, form, values]);
  const state = useForm({ form: view });
  const asks = view.sections.some(({ fields }) => fields.length > 0);
  const [asked, setAsked] = useState<{ readonly button: OfferButton; readonly answers: JsonObject }>();
  const leading = leads ? leadingOf(buttons) : undefined;
  const press = (button: OfferButton) => {
    const answers = state.check() as JsonObject | undefined;
    if (!answers) return;
    if (button.question) setAsked({ button, answers });
    else onDo(button.id, answers);
  };
  const sample = () => {
    const about = {
      day: dates.localDay(at),
      words: (field: { readonly title: object }) => say('trial.sample', { field: text({ ...field.title }) }),
    };
    for (const [field, value] of Object.entries(sampleValues({ ...view, values: state.values }, about))) state.set(field, value);
  };
  return (
    <div className={styles.form}>
      {asks && (
        <>
          <Button kind="link" icon={WandSparkles} onPress={sample}>
            {say('trial.fill')}
          </Button>
          <DefinitionForm state={state} />
        </>
      )}
      <div className={styles.buttons}>
        {[...buttons]
          .sort((one) => (one === leading ? -1 : 0))
          .map((button, index) => (
            <span key={button.id} className={styles.choice}>
              <Button
                kind={lookOf(button, leading)}
                {...(button.leadsTo === undefined ? {} : { describedBy: `${id}-${index}` })}
                onPress={() => press(button)}
              >
                {button.name}
              </Button>
              {button.leadsTo !== undefined && (
                <small id={`${id}-${index}`} dir="auto">
                  {button.leadsTo}
                </small>
              )}
            </span>
          ))}
      </div>
      {asked && (
        <ButtonQuestion
          name={asked.button.name}
          question={asked.button.question ?? ''}
          isDecisive={asked.button.style === 'danger'}
          onAnswer={(isYes) => {
            setAsked(undefined);
            if (isYes) onDo(asked.button.id, asked.answers);
          }}
        />
      )}
    </div>
  );
}
