import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { useNow } from '../calendar/now.tsx';
import { startCase } from '../case/case-requests.ts';
import { DefinitionForm } from '../form/definition-form.tsx';
import { DraftTime } from '../form/draft-time.tsx';
import { useForm } from '../form/use-form.ts';
import { useText, useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { StartedCase } from '../server/shapes/cases.ts';
import type { StartView } from '../server/shapes/definitions.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useIntentKey } from './intent-key.ts';
import styles from './new-complaint.module.css';
import { NextBox } from './next-box.tsx';
import { Reception, receptionProblems } from './reception.tsx';
import { useKnownPerson } from './use-known-person.ts';
import { useReception } from './use-reception.ts';

interface StartFormProps {
  readonly start: StartView;
  readonly choice: ReactNode;
  readonly onStarted: (started: StartedCase) => void;
}

/** One page: how it reached us, who complains, what happened; beside it what happens next. Drafts lie on the server. */
export function StartForm({ start, choice, onStarted }: StartFormProps) {
  const say = useWords();
  const text = useText();
  const now = useNow();
  const client = useQueryClient();
  const intent = useIntentKey();
  const state = useForm({ form: start.form, draftKey: `new:${start.definition}` });
  const reception = useReception(start, now);
  const known = useKnownPerson(state);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const wrong = receptionProblems(reception.value, start, now);

  const register = async () => {
    setAttempt(attempt + 1);
    const values = state.check();
    if (!values || wrong.length > 0) return;
    const body = reception.caseOf(values);
    setBusy(true);
    const answer = await startCase(body, intent.keyOf(body));
    setBusy(false);
    if (!answer.ok) {
      if (answer.problem.code === 'definition-not-found') void client.invalidateQueries({ queryKey: keys.definitions }); // The page says who retired it.
      return setProblem(state.accept(answer.problem) ? undefined : answer.problem);
    }
    intent.done();
    await Promise.all([state.finish(), reception.draft.drop()]);
    void client.invalidateQueries({ queryKey: keys.cases() });
    void client.invalidateQueries({ queryKey: keys.tasks() });
    onStarted(answer.value);
  };
  return (
    <>
      <Page
        title={say('new.title')}
        lead={start.form.help ? text(start.form.help) : say('new.lead')}
        above={
          <>
            <Link to="/cases">{say('cases.title')}</Link>
            <Icon of={ChevronRight} size={14} turn />
            <span>{text(start.title)}</span>
          </>
        }
        beside={<NextBox definition={start.definition} version={start.version} receivedAt={reception.value.receivedAt} />}
      >
        {choice}
        <Reception start={start} reception={reception} problems={attempt > 0 ? wrong : []} attempt={attempt} onPerson={known} />
        <section className={styles.account} aria-label={say('new.account')}>
          <DefinitionForm state={state} helpHidden />
        </section>
        <ProblemNote problem={problem} />
      </Page>
      <footer className={styles.foot}>
        <div>
          <Button kind="primary" size="big" isPending={isBusy} onPress={() => void register()}>
            {say('new.register')}
          </Button>
          <DraftTime draft={state.draft.keptAt === undefined ? reception.draft : state.draft} />
        </div>
      </footer>
    </>
  );
}
