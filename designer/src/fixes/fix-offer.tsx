import { Wrench } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { type DeskWorker, openWorkerDesk, type WorkerDesk } from '../base/worker-desk.ts';
import type { CheckedRule } from '../check/checked-draft.ts';
import { useLaws } from '../check/use-laws.ts';
import { ChangeItem } from '../compare/change-item.tsx';
import { changesBetween } from '../compare/changes.ts';
import { useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { asJson, isFields } from '../model/loose-json.ts';
import { useNested } from '../server/nested.ts';
import type { FixAnswer, FixAsked } from './fix-draft.ts';
import styles from './fix-offer.module.css';

/** Does a command; one line of the history. */
export type FixAct = (command: Command) => readonly string[] | undefined;
type FixWorker = DeskWorker<FixAsked, FixAnswer>;
const hireWorker = (): FixWorker => new Worker(new URL('./fix-worker.ts', import.meta.url), { type: 'module' });

interface OfferProps {
  readonly rule: CheckedRule;
  readonly definition: object;
  readonly act: FixAct;
  readonly describedBy: string;
  readonly onChoose: (element: string) => void;
  readonly hire?: () => FixWorker;
}

/** A repair of what fails: worked out and tried when it is asked for, shown before it is made, made as one edit. */
export function FixOffer({ describedBy, ...offer }: OfferProps) {
  const say = useWords();
  const [asked, setAsked] = useState<object>();
  const isAsked = asked === offer.definition;
  return (
    <div className={styles.offer} data-fix={offer.rule.rule}>
      {isAsked ? (
        <Offered {...offer} onClose={() => setAsked(undefined)} />
      ) : (
        <Button kind="quiet" icon={Wrench} describedBy={describedBy} onPress={() => setAsked(offer.definition)}>
          {say('fixes.show')}
        </Button>
      )}
    </div>
  );
}

function Offered({
  rule,
  definition,
  act,
  onChoose,
  onClose,
  hire = hireWorker,
}: Omit<OfferProps, 'describedBy'> & { readonly onClose: () => void }) {
  const say = useWords();
  const { answer, hasFailed } = useFix(rule.rule, definition, hire);
  const after = answer?.after;
  const changes = useMemo(() => {
    const [one, other] = [asJson(definition), asJson(after)];
    return isFields(one) && isFields(other) ? changesBetween(one, other) : [];
  }, [definition, after]);
  if (hasFailed) return <Note live>{say('fixes.failed')}</Note>;
  if (!answer)
    return (
      <p className={styles.quiet} role="status">
        {say('fixes.looking')}
      </p>
    );
  if (!after) return <Note live>{say('fixes.none')}</Note>;
  const { requirement } = rule.words;
  return (
    <section className={styles.shown} aria-label={say('fixes.changes')}>
      <h5>{say('fixes.changes')}</h5>
      <ul>
        {changes.map((change) => (
          <ChangeItem
            key={`${change.kind} ${change.element}`}
            change={change}
            before={definition}
            after={after}
            isChosen={false}
            onChoose={(element) => change.kind !== 'added' && onChoose(element)}
          />
        ))}
      </ul>
      <p className={styles.quiet} role="status">
        {say('fixes.proved')}
      </p>
      {answer.open > 0 && <Note tone="time">{say('fixes.open', { count: answer.open })}</Note>}
      <p className={styles.acts}>
        <Button kind="primary" onPress={() => act({ name: 'fix.apply', payload: { requirement, before: definition, after } })}>
          {say('fixes.apply')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {say('fixes.close')}
        </Button>
      </p>
    </section>
  );
}

/** Beside the page: looking for a repair checks the procedure many times. */
function useFix(rule: string, definition: object, hire: () => FixWorker): { readonly answer?: FixAnswer; readonly hasFailed?: boolean } {
  const [found, setFound] = useState<{ readonly answer?: FixAnswer; readonly hasFailed?: boolean }>({});
  const nested = useNested(definition);
  const laws = useLaws();
  const desk = useRef<WorkerDesk<FixAsked>>(undefined);
  useEffect(() => {
    const opened = openWorkerDesk<FixAsked, FixAnswer>({
      hire,
      answered: (_, answer) => setFound({ answer }),
      failed: () => setFound({ hasFailed: true }),
      patienceMs: 30_000,
    });
    desk.current = opened;
    return opened.close;
  }, [hire]);
  useEffect(() => {
    if (nested) desk.current?.ask({ rule, definition, nested, laws });
  }, [rule, definition, nested, laws]);
  return found;
}
