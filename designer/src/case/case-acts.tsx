import { useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { confirm } from '../base/toast.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Problem } from '../server/shapes/basics.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import type { OfferView, Submission } from '../server/shapes/work.ts';
import { useEarly } from '../shell/late.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { AskedOutcome, maybeAsked } from '../work/asked-outcome.tsx';
import { ImpossibleOutcome } from '../work/impossible-outcome.tsx';
import { useIntentKey } from '../work/intent-key.ts';
import { lookOf } from '../work/outcome-look.ts';
import styles from './case.module.css';
import { sendEvent } from './case-requests.ts';
import { useOvertaken } from './use-overtaken.ts';

interface CaseActsProps {
  readonly found: CaseView;
  readonly offers: readonly OfferView[];
  readonly onMoved: () => void;
}

const notPermitted: Problem = { type: 'about:blank', status: 403, code: 'not-permitted' };

/** What may happen at any time: what I may do myself, what I record for somebody outside, and what is not possible now. */
export function CaseActs({ found, offers, onMoved }: CaseActsProps) {
  const say = useWords();
  const text = useText();
  const intent = useIntentKey();
  useEarly(maybeAsked);
  const [asked, setAsked] = useState<OfferView>();
  const [askedIn, setAskedIn] = useState(found.revision);
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const possible = offers.filter((offer) => offer.possible);
  const sent = useRef(false);
  const isGone = asked !== undefined && busy === undefined && !sent.current && !possible.some(({ event }) => event === asked.event);
  const overtaken = useOvertaken(found, isGone);
  // The case stands where it stood: it was the reader who may no longer do it.
  const lost = isGone && found.revision === askedIn ? notPermitted : overtaken;
  const send = async (offer: OfferView, submission: Submission): Promise<Problem | undefined> => {
    setBusy(offer.event);
    const answer = await sendEvent(found.id, submission, intent.keyOf({ revision: found.revision, ...submission }));
    setBusy(undefined);
    if (!answer.ok) return answer.problem;
    sent.current = true;
    intent.done();
    onMoved();
    confirm(say('case.recorded', { event: text(offer.label) }));
    return undefined;
  };
  const press = async (offer: OfferView) => {
    setProblem(undefined);
    sent.current = false;
    setAskedIn(found.revision);
    if (offer.form || offer.confirm || offer.onBehalf) setAsked(offer);
    else setProblem(await send(offer, { event: offer.event }));
  };
  return (
    <>
      {offers.length > 0 ? (
        <section className={styles.card} aria-labelledby="case-acts">
          <header>
            <h2 id="case-acts">{say('case.acts')}</h2>
          </header>
          <div className={styles.body}>
            <Group
              title="case.acts-mine"
              offers={possible.filter((offer) => !offer.onBehalf)}
              busy={busy}
              onPress={(offer) => void press(offer)}
            />
            <Group
              title="case.acts-behalf"
              offers={possible.filter((offer) => offer.onBehalf)}
              busy={busy}
              onPress={(offer) => void press(offer)}
            />
            {offers
              .filter((offer) => !offer.possible)
              .map((offer) => (
                <ImpossibleOutcome key={`${offer.from} ${offer.event}`} offer={offer} />
              ))}
            <ProblemNote problem={problem} />
          </div>
        </section>
      ) : null}
      {asked ? (
        <AskedOutcome
          offer={asked}
          definition={found.definition}
          form={asked.form}
          values={undefined}
          draftKey={`event:${found.id}:${asked.event}`}
          lost={lost}
          onClose={() => setAsked(undefined)}
          onSend={(submission) => send(asked, submission)}
        />
      ) : null}
    </>
  );
}

function Group({
  title,
  offers,
  busy,
  onPress,
}: {
  readonly title: MessageId;
  readonly offers: readonly OfferView[];
  readonly busy: string | undefined;
  readonly onPress: (offer: OfferView) => void;
}) {
  const say = useWords();
  const text = useText();
  if (offers.length === 0) return null;
  return (
    <div>
      <h3>{say(title)}</h3>
      <p className={styles.buttons}>
        {offers.map((offer) => (
          <Button
            key={`${offer.from} ${offer.event}`}
            kind={lookOf(offer, undefined)}
            isPending={busy === offer.event}
            onPress={() => onPress(offer)}
          >
            {text(offer.label)}
          </Button>
        ))}
      </p>
    </div>
  );
}
