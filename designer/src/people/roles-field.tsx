import { useQuery } from '@tanstack/react-query';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { Note } from '../base/note.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useText, useWords } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import { proceduresQuery } from '../server/procedures-query.ts';
import type { Assignment } from '../server/shapes/people.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './pages.module.css';

/** Roles of the procedures in force that somebody of the house can hold. A role that the case itself fills is not offered. */
export function RolesField({
  assignments,
  onChange,
}: {
  readonly assignments: readonly Assignment[];
  readonly onChange: (assignments: readonly Assignment[]) => void;
}) {
  const say = useWords();
  const text = useText();
  const procedures = useQuery(proceduresQuery);
  const held = (definition: string) => assignments.find((one) => one.definition === definition)?.roles ?? [];
  const hold = (definition: string, roles: readonly string[]) =>
    onChange([...assignments.filter((one) => one.definition !== definition), ...(roles.length > 0 ? [{ definition, roles }] : [])]);
  return (
    <section className={styles.section}>
      <h2>{say('people.roles')}</h2>
      <p>{say('people.roles-hint')}</p>
      {procedures.isPending && <SkeletonRows rows={3} />}
      {procedures.isError && <ProblemNote problem={problemOf(procedures.error)} onRetry={() => void procedures.refetch()} />}
      {procedures.data?.length === 0 && <Note>{say('people.no-procedures')}</Note>}
      {procedures.data?.map((procedure) => (
        <CheckboxGroup
          key={procedure.id}
          label={text(procedure.title)}
          look="row"
          boxes={procedure.roles
            .filter((role) => role.party === 'organisation' && !role.heldBy)
            .map((role) => ({ id: role.id, name: text(role.title) }))}
          value={held(procedure.id)}
          onChange={(roles) => hold(procedure.id, roles)}
        />
      ))}
    </section>
  );
}
