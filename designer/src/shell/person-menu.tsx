import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Avatar } from '../base/avatar.tsx';
import { Icon } from '../base/icon.tsx';
import { Menu } from '../base/menu.tsx';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import { usePersonChoices } from './person-choices.ts';
import styles from './person-menu.module.css';
import { useSession } from './session.tsx';

/** At the foot of the navigation: who one is, and one's own choices. */
export function PersonMenu() {
  const say = useWords();
  const { person } = useSession();
  const choices = usePersonChoices();
  const right = person.rights.find((one) => one !== 'administrator') ?? person.rights[0];
  return (
    <Menu label={say('person-menu.label')} groups={choices.groups} onAction={choices.act} placement="top start">
      <Button className={styles.person ?? ''}>
        <Avatar name={person.name} me large />
        <span className={styles.words}>
          <b dir="auto">{person.name}</b>
          {right && <small>{say(`right.${right}`)}</small>}
        </span>
        <span className={unseen.unseen}>{say('person-menu.label')}</span>
        <Icon of={Ellipsis} />
      </Button>
    </Menu>
  );
}
