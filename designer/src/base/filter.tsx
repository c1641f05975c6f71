import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import fieldStyles from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';
import { Menu } from './menu.tsx';
import unseen from './unseen.module.css';

export interface FilterProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** Id of the option that holds. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** What a list shows of all there is: looks like a `Select`, but is no question of a form, and its list is fetched once somebody uses the page. */
export function Filter({ label, options, value, onChange }: FilterProps) {
  return (
    <Menu label={label} groups={[{ id: 'shown', entries: options, chosen: value }]} onAction={onChange}>
      <div className={fieldStyles.field}>
        <Button className={`${fieldStyles.input} ${styles.opener}`}>
          <span className={unseen.unseen}>{label}</span>
          <span className={styles.value}>{options.find(({ id }) => id === value)?.name}</span>
          <Icon of={ChevronDown} />
        </Button>
      </div>
    </Menu>
  );
}
