import { useState } from 'react';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { Unfolding } from '../panel/unfolding.tsx';
import { PartClause } from './clause-chip.tsx';

/** What the complainant pays at a step: a sum and a currency, written as soon as both are there. An empty sum is none. */
export function ChargeFields({ step, charge, definition, act }: PanelProps & { readonly step: string; readonly charge: unknown }) {
  const say = useWords();
  const dates = useDates();
  const written = fieldsOf(charge);
  const amount = typeof written.amount === 'number' ? written.amount : undefined;
  const [typed, setTyped] = useState<{ readonly amount: string; readonly currency: string }>();
  const shown = typed ?? { amount: amount === undefined ? '' : dates.number(amount), currency: wordOf(written.currency) ?? '' };
  const number = readNumber(shown.amount);
  const isAmount = number !== undefined && number >= 0;
  const isCurrency = /^[A-Z]{3}$/.test(shown.currency);
  const type = (next: typeof shown) => {
    setTyped(next);
    const sum = readNumber(next.amount);
    if (next.amount.trim() === '') {
      if (charge !== undefined) act({ name: 'charge.set', payload: { step } });
    } else if (sum !== undefined && sum >= 0 && /^[A-Z]{3}$/.test(next.currency))
      act({ name: 'charge.set', payload: { step, charge: { amount: sum, currency: next.currency } } });
  };
  return (
    <Unfolding
      title={
        <>
          {say('proof.charge')} <PartClause definition={definition} part="charge" />
        </>
      }
      isSaid={charge !== undefined}
    >
      <div className={panelStyles.titles} data-field="meta/charge">
        <p className={panelStyles.quiet}>{say('proof.charge-hint')}</p>
        <div className={panelStyles.length}>
          <TextField
            label={say('proof.charge-amount')}
            inputMode="decimal"
            value={shown.amount}
            {...(shown.amount.trim() === '' || isAmount ? {} : { problem: say('proof.charge-amount-wrong') })}
            onChange={(words) => type({ ...shown, amount: words })}
            onBlur={() => isAmount && isCurrency && setTyped(undefined)}
          />
          <TextField
            label={say('proof.charge-currency')}
            latin
            value={shown.currency}
            {...(shown.amount.trim() === '' || isCurrency ? {} : { problem: say('proof.charge-currency-wrong') })}
            onChange={(words) => type({ ...shown, currency: words.trim().toUpperCase() })}
          />
        </div>
      </div>
    </Unfolding>
  );
}
