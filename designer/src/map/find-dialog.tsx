import { useState } from 'react';
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components';
import { Dialog } from '../base/dialog.tsx';
import fields from '../base/field.module.css';
import { Icon } from '../base/icon.tsx';
import menu from '../base/menu.module.css';
import { useLookup } from '../base/use-lookup.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ProcedureTree } from '../model/tree.ts';
import { elementIcon, nameOf } from '../outline/outline-words.ts';
import styles from './map.module.css';
import type { MapEntry } from './map-menu.tsx';

/** Finds a step by its name and goes there, or an act by its name and does it. */
export function FindDialog({
  tree,
  acts,
  onGo,
  onClose,
}: {
  readonly tree: ProcedureTree;
  readonly acts: readonly MapEntry[];
  readonly onGo: (id: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { contains } = useLookup();
  const [typed, setTyped] = useState('');
  const steps = [...tree.byId.values()].map((element) => ({
    id: element.id,
    name: nameOf(element, say, text),
    stage: element.parent === '' ? '' : nameOf(tree.byId.get(element.parent), say, text),
    icon: elementIcon(element),
  }));
  return (
    <Dialog title={say('map.find')} isOpen onClose={onClose}>
      <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={say('map.find-label')} autoFocus className={fields.field ?? ''}>
          <span className={fields.inside}>
            <Input className={fields.input ?? ''} dir="auto" placeholder={say('map.find-label')} />
          </span>
        </SearchField>
        <ListBox
          aria-label={say('map.find')}
          className={styles.found ?? ''}
          selectionMode="none"
          renderEmptyState={() => <p className={menu.caption}>{say('map.nothing-found')}</p>}
          onAction={(key) => {
            const id = String(key);
            onClose();
            const act = acts.find((entry) => `act:${entry.id}` === id);
            act ? act.run() : onGo(id);
          }}
        >
          <ListBoxSection>
            <Header className={menu.caption ?? ''}>{say('map.find-acts')}</Header>
            {acts.map(({ id, name }) => (
              <ListBoxItem key={id} id={`act:${id}`} textValue={name} className={menu.row ?? ''}>
                {name}
              </ListBoxItem>
            ))}
          </ListBoxSection>
          <ListBoxSection>
            <Header className={menu.caption ?? ''}>{say('map.find-steps')}</Header>
            {steps.map(({ id, name, stage, icon }) => (
              <ListBoxItem key={id} id={id} textValue={name} className={menu.row ?? ''}>
                <Icon of={icon} />
                <span className={menu.words}>
                  <bdi>{name}</bdi>
                  {stage !== '' && (
                    <small>
                      <bdi>{stage}</bdi>
                    </small>
                  )}
                </span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
