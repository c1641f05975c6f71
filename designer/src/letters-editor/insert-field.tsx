import { Plus } from 'lucide-react';
import { useContext, useState } from 'react';
import {
  Autocomplete,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Dialog as PopoverDialog,
  SearchField,
} from 'react-aria-components';
import { Button } from '../base/button.tsx';
import fields from '../base/field.module.css';
import { OnlyLooking } from '../base/looking.ts';
import menu from '../base/menu.module.css';
import { useLookup } from '../base/use-lookup.ts';
import { useWords } from '../language/words.tsx';
import styles from './letters.module.css';
import { type Placeholder, placeholderGroups } from './placeholder-names.ts';

/** Puts a field where the caret was: found by its name, and the caret goes on behind it. */
export function InsertField({
  where,
  placeholders,
  onInsert,
}: {
  readonly where: string;
  readonly placeholders: readonly Placeholder[];
  readonly onInsert: (field: string) => void;
}) {
  const say = useWords();
  const { contains } = useLookup();
  const looks = useContext(OnlyLooking);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const open = (next: boolean) => {
    setOpen(next);
    if (next) setTyped('');
  };
  if (looks) return null;
  return (
    <span className={styles.insert}>
      <DialogTrigger isOpen={isOpen} onOpenChange={open}>
        <Button kind="quiet" icon={Plus} label={say('letters.insert-into', { where })}>
          {say('letters.insert')}
        </Button>
        <Popover className={menu.popover ?? ''} offset={4} placement="bottom end">
          <PopoverDialog aria-label={say('letters.insert-into', { where })} className={styles.finder ?? ''}>
            <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
              <SearchField aria-label={say('letters.insert-find')} autoFocus className={`${fields.field} ${styles.find}`}>
                <Input className={fields.input ?? ''} dir="auto" placeholder={say('letters.insert-find')} />
              </SearchField>
              <ListBox
                aria-label={say('letters.insert-into', { where })}
                className={menu.list ?? ''}
                selectionMode="none"
                renderEmptyState={() => <p className={menu.caption}>{say('letters.insert-none')}</p>}
                onAction={(key) => {
                  setOpen(false);
                  onInsert(String(key));
                }}
              >
                {placeholderGroups.map((group) => (
                  <ListBoxSection key={group} id={group} className={menu.section ?? ''}>
                    <Header className={menu.caption ?? ''}>{say(`letters.group.${group}`)}</Header>
                    {placeholders
                      .filter((one) => one.group === group)
                      .map(({ id, name }) => (
                        <ListBoxItem key={id} id={id} textValue={name} className={menu.row ?? ''}>
                          <bdi>{name}</bdi>
                        </ListBoxItem>
                      ))}
                  </ListBoxSection>
                ))}
              </ListBox>
            </Autocomplete>
          </PopoverDialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
