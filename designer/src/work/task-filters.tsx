import { useQuery } from '@tanstack/react-query';
import { Filter } from '../base/filter.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import { proceduresQuery } from '../server/procedures-query.ts';
import { useSession } from '../shell/session.tsx';
import { type DueFilter, dueFilters, type TasksAddress } from './task-search.ts';
import styles from './tasks.module.css';

const dueWords: Readonly<Record<DueFilter, MessageId>> = {
  any: 'work.due.any',
  overdue: 'work.due.overdue',
  today: 'work.due.today',
  week: 'work.due.week',
};
const anyRole = '*';

/** By due date, and by role for those who hold several. */
export function TaskFilters({
  address,
  onChange,
}: {
  readonly address: TasksAddress;
  readonly onChange: (change: (before: TasksAddress) => TasksAddress) => void;
}) {
  const say = useWords();
  const roles = useMyRoles();
  return (
    <div className={styles.bar}>
      <Filter
        label={say('work.filter.due')}
        value={address.due}
        options={dueFilters.map((due) => ({ id: due, name: say(dueWords[due]) }))}
        onChange={(due) => onChange((before) => ({ ...before, due: dueFilters.find((each) => each === due) ?? 'any' }))}
      />
      {roles.length > 1 || address.role !== undefined ? (
        <Filter
          label={say('work.filter.role')}
          value={address.role ?? anyRole}
          options={[{ id: anyRole, name: say('work.filter.any-role') }, ...roles]}
          onChange={(role) => onChange(({ role: _before, ...rest }) => (role === anyRole ? rest : { ...rest, role }))}
        />
      ) : null}
    </div>
  );
}

/** Roles that the reader holds in any procedure, once each, by their titles. */
function useMyRoles(): readonly { readonly id: string; readonly name: string }[] {
  const session = useSession();
  const text = useText();
  const query = useQuery(proceduresQuery);
  const titles = new Map<string, string>();
  for (const definition of query.data ?? []) {
    const mine = session.person.assignments.find((assignment) => assignment.definition === definition.id)?.roles ?? [];
    for (const role of definition.roles) {
      // Who handles complaints here too holds every role of the organisation, but those that a case itself gives to somebody.
      const held = mine.includes(role.id) || (session.handlesComplaints && role.party === 'organisation' && role.heldBy === undefined);
      if (held && !titles.has(role.id)) titles.set(role.id, text(role.title));
    }
  }
  return [...titles].map(([id, name]) => ({ id, name })).sort((one, two) => one.name.localeCompare(two.name));
}
