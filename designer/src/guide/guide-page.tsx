import { Link, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../base/empty-state.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLookup } from '../base/use-lookup.ts';
import { useWords } from '../language/words.tsx';
import { Page } from '../shell/page.tsx';
import styles from './guide.module.css';
import { GuideCatalogue } from './guide-catalogue.tsx';
import { type GuideGroup, guideTasks } from './guide-tasks.ts';
import { BackToDraft } from './guide-way.tsx';
import { taskText } from './guide-words.tsx';

const groups: readonly GuideGroup[] = ['draw', 'try', 'publish'];

/** The guide for process owners: short tasks, found by any word they say. */
export const GuidePage = () => (
  <GuideCatalogue>
    <Tasks />
  </GuideCatalogue>
);

function Tasks() {
  const say = useWords();
  const { procedure } = useSearch({ strict: false });
  const { contains } = useLookup();
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().split(/\s+/);
  const found = guideTasks.filter((task) => {
    const text = taskText(task, say);
    return words.every((word) => contains(text, word));
  });
  return (
    <Page title={say('guide.title')} lead={say('guide.lead')} above={<BackToDraft procedure={procedure} />}>
      <div className={styles.search}>
        <TextField type="search" label={say('guide.search')} value={wanted} onChange={setWanted} />
        <p className={styles.count} role="status">
          {wanted.trim() !== '' && say('guide.found', { count: found.length })}
        </p>
      </div>
      {found.length === 0 && (
        <EmptyState icon={Search} title={say('guide.found', { count: 0 })}>
          {say('guide.none')}
        </EmptyState>
      )}
      {groups.map((group) => {
        const tasks = found.filter((task) => task.group === group);
        return (
          tasks.length > 0 && (
            <section key={group} className={styles.group}>
              <h2>{say(`guide.group.${group}`)}</h2>
              <ul className={styles.list}>
                {tasks.map(({ id }) => (
                  <li key={id}>
                    <Link to="/guide/$task" params={{ task: id }} search={procedure === undefined ? {} : { procedure }}>
                      <span>{say(`guide.${id}.title`)}</span>
                      <small>{say(`guide.${id}.why`)}</small>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Page>
  );
}
