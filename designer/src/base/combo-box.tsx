import { Check, ChevronDown } from 'lucide-react';
import { useContext, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';
import styles from './menu.module.css';
import type { Option } from './select.tsx';
import { useLookup } from './use-lookup.ts';
import { usePageLeftInSight } from './use-page-left-in-sight.ts';

export interface ComboBoxProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** Where the options come from a search: what was typed. Else the options are filtered here. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Shown where nothing fits. */
  readonly none: string;
}

/** One of very many, found by typing: countries, time zones, people. */
export function ComboBox({ options, value, onChange, text, onText, placeholder, none, ...field }: ComboBoxProps) {
  const { label: _label, labelHidden: _hidden, hint: _hint, problem, isOptional: _optional, labelLanguage: _language, ...aria } = field;
  const [isOpen, setOpen] = useState(false);
  const { contains } = useLookup();
  usePageLeftInSight(isOpen);
  return (
    <AriaComboBox
      {...aria}
      className={fieldStyles.field ?? ''}
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      {...(text === undefined ? { defaultItems: options } : { items: options, inputValue: text })}
      {...(onText ? { onInputChange: onText } : {})}
      isReadOnly={useContext(OnlyLooking)}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      menuTrigger="focus"
      defaultFilter={contains}
      allowsEmptyCollection
      onOpenChange={setOpen}
    >
      <FieldLabel {...field} />
      <span className={fieldStyles.inside}>
        <Input className={fieldStyles.input ?? ''} dir="auto" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className={styles.show ?? ''}>
          <Icon of={ChevronDown} />
        </Button>
      </span>
      <FieldNotes hint={field.hint} problem={problem} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<Option> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.caption}>{none}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.row ?? ''}>
              <span className={styles.words}>
                <bdi>{option.name}</bdi>
                {option.note && <small>{option.note}</small>}
              </span>
              <Icon of={Check} className={styles.tick} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
