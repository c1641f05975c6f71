import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import styles from './choice.module.css';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';

export interface Card {
  readonly id: string;
  readonly name: string;
  /** Second line, e.g. the word for a number. */
  readonly note?: string;
  readonly icon?: LucideIcon;
  readonly lang?: string;
}

/** More segments than that stand in several lines where the page is narrow. */
const inOneLine = 4;

/** A few choices, all in sight, one of them taken: severity, channel. */
export function RadioCards({ cards, value, onChange, look = 'cards', beside, ...field }: RadioCardsProps) {
  const { label: _label, labelHidden: _hidden, hint: _hint, problem, isOptional: _optional, labelLanguage: _language, ...aria } = field;
  return (
    <RadioGroup
      {...aria}
      className={fieldStyles.field ?? ''}
      orientation={look === 'list' ? 'vertical' : 'horizontal'}
      value={value ?? null}
      onChange={onChange}
      isReadOnly={useContext(OnlyLooking)}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
    >
      <FieldLabel {...field} beside={beside} />
      <div className={styles[look]} data-many={cards.length > inOneLine || undefined}>
        {cards.map((card) => (
          <Radio key={card.id} value={card.id} className={`${styles.option} ${problem ? styles.bad : ''}`}>
            {look === 'list' && <i className={styles.dot} />}
            {card.icon && <Icon of={card.icon} />}
            <span>
              <bdi {...(card.lang === undefined ? {} : { lang: card.lang })}>{card.name}</bdi>
              {card.note && <small>{card.note}</small>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={field.hint} problem={problem} />
    </RadioGroup>
  );
}

export interface RadioCardsProps extends FieldProps {
  readonly cards: readonly Card[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  /** Something small at the end of the label's line. */
  readonly beside?: ReactNode;
  /** `cards` side by side, `segments` in one sunken bar, `list` one under the other. */
  readonly look?: 'cards' | 'segments' | 'list';
}
