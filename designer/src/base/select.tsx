import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly lang?: string;
}
export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  /** Id of the chosen option. */
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
}

/** One of many. For up to five short choices `RadioCards` shows them all. */
export function Select({ options, value, onChange, placeholder, ...field }: SelectProps) {
  const say = useWords();
  const {
    label: _label,
    labelHidden: _hidden,
    hint: _hint,
    problem,
    isOptional: _optional,
    labelLanguage: _language,
    isReadOnly,
    isDisabled,
    id,
    ...aria
  } = field;
  return (
    <AriaSelect
      {...aria}
      className={fieldStyles.field ?? ''}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={Boolean(problem)}
      {...(isDisabled || isReadOnly ? { isDisabled: true } : {})}
      validationBehavior="aria"
      placeholder={placeholder ?? say('field.choose')}
    >
      <FieldLabel {...field} />
      <Button className={`${fieldStyles.input} ${styles.opener}`} {...(id === undefined ? {} : { id })}>
        <SelectValue className={styles.value ?? ''} />
        <Icon of={ChevronDown} />
      </Button>
      <FieldNotes hint={field.hint} problem={problem} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.row ?? ''}>
              <Choice>
                <bdi {...(option.lang === undefined ? {} : { lang: option.lang })}>{option.name}</bdi>
                {option.note && <small>{option.note}</small>}
              </Choice>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A chosen row shows a tick: never colour alone. */
function Choice({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.words}>{children}</span>
      <Icon of={Check} className={styles.tick} />
    </>
  );
}
