import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Note } from '../base/note.tsx';
import { useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import panelStyles from '../panel/panel.module.css';
import { proceduresQuery } from '../server/procedures-query.ts';
import { holdsRight, useSession } from '../shell/session.tsx';

/** Who holds a role today, in the version that is in force; people get new roles once they are published. */
export function Holders({ definition, role }: { readonly definition: object; readonly role: string }) {
  const say = useWords();
  const administers = holdsRight(useSession(), 'administrator');
  const query = useQuery(proceduresQuery);
  const procedure = query.data?.find(({ id }) => id === wordOf(fieldsOf(definition).id));
  if (!query.data) return null;
  const holders = procedure?.roles.find(({ id }) => id === role)?.holders;
  const link = administers && <Link to="/people">{say('who.people')}</Link>;
  return (
    <section>
      <h3>{say('who.holders')}</h3>
      {holders === undefined ? (
        <p className={panelStyles.quiet}>{say('who.holders-later')}</p>
      ) : holders.length === 0 ? (
        <Note tone="time">
          <p>{say(administers ? 'who.holders-none' : 'who.holders-none-ask')}</p>
          {link}
        </Note>
      ) : (
        <>
          <p>
            <bdi>
              {listed(
                holders.map(({ name }) => name),
                say,
              )}
            </bdi>
          </p>
          {link}
        </>
      )}
    </section>
  );
}
