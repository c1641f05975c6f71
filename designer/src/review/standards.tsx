import { lawPointOf } from '@redress/definitions';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { LawCatalogue } from '../check/law-catalogue.tsx';
import { LawLabel } from '../check/law-words.tsx';
import { addressIn } from '../check/speaking.ts';
import type { DraftFacts } from '../draft/draft-link.ts';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { problemOf } from '../server/problem.ts';
import type { OpenRule } from '../server/shapes/standards.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import { drewIn } from './drew-in.ts';
import styles from './review.module.css';
import { requirementOf } from './rule-requirement.ts';
import rows from './standards.module.css';
import { useStandards } from './use-review.ts';
import { WaiveDialog } from './waive-dialog.tsx';
import { WaiverList } from './waiver-list.tsx';

/** How the draft stands to the rules of the standards, as the server finds it: what keeps it back, and what was waived. */
export function Standards({
  procedure,
  definition,
  facts,
  onRepair,
}: {
  readonly procedure: string;
  readonly definition: object;
  readonly facts: DraftFacts;
  readonly onRepair: (at: string) => void;
}) {
  const say = useWords();
  const session = useSession();
  const tree = useMemo(() => treeOf(definition), [definition]);
  const { standards, waivers, again } = useStandards(procedure);
  const [waiving, setWaiving] = useState<string>();
  const signs = holdsRight(session, 'compliance') && !drewIn(facts, session.person.id);
  const found = standards.data;
  // What was waived stands here until all rules have been proved once more: it is not waived a second time meanwhile.
  const waived = new Set(waivers.data?.flatMap(({ rule, state }) => (state === 'valid' ? [rule] : [])));
  return (
    <section className={styles.part}>
      <h2>{say('review.standards')}</h2>
      {standards.error && <ProblemNote problem={problemOf(standards.error)} onRetry={again} />}
      {!found && !standards.error && <p className={styles.quiet}>{say('review.standards-reading')}</p>}
      {found && (
        <>
          <dl className={styles.checks}>
            <div data-good={found.met}>
              <dt>
                <Icon of={found.met ? CircleCheck : CircleAlert} />
                {found.met ? say('review.standards-met') : say('review.open', { count: found.open.length })}
              </dt>
              <dd>
                {found.laws
                  ? say('review.standards-and-laws', {
                      holding: found.holding,
                      checkable: found.checkable,
                      lawsHolding: found.laws.holding,
                      lawsCheckable: found.laws.checkable,
                    })
                  : say('review.standards-of', { holding: found.holding, checkable: found.checkable })}
              </dd>
            </div>
          </dl>
          <LawCatalogue isNeeded={found.open.some(({ rule }) => lawPointOf(rule) !== undefined)}>
            {found.open.length > 0 && (
              <ul className={rows.rules}>
                {found.open.map((open) => (
                  <li key={open.rule}>
                    <RuleLine open={open} />
                    <div className={styles.acts}>
                      {open.element !== '' && (
                        <Button kind="link" onPress={() => onRepair(addressIn(tree, open.element))}>
                          {say('review.place')}
                        </Button>
                      )}
                      {signs && !waived.has(open.rule) && (
                        <Button kind="link" onPress={() => setWaiving(open.rule)}>
                          {say('review.waive')}
                        </Button>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </LawCatalogue>
          <p className={styles.quiet}>
            <Link to="/procedures/$procedure/proof" params={{ procedure }} search={{ of: 'draft' }}>
              {say('review.proof')}
            </Link>
          </p>
          <p className={styles.quiet}>
            {say('review.standards-packs', {
              packs: found.packs.map(({ id, version }) => isolated(`${id} ${version}`)).join(say('list.separator')),
            })}
          </p>
        </>
      )}
      <WaiverList procedure={procedure} waivers={waivers.data ?? []} signs={signs} onChanged={again} />
      {waiving !== undefined && (
        <WaiveDialog
          procedure={procedure}
          rule={waiving}
          requirement={requirementOf(waiving)}
          onWaived={again}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </section>
  );
}

/** What the rule asks for, and how it stands. */
function RuleLine({ open: { rule, verdict } }: { readonly open: OpenRule }) {
  const say = useWords();
  const text = useText();
  const law = lawPointOf(rule)?.law;
  return (
    <p>
      <strong>{say(`review.open-${verdict}`)}</strong>{' '}
      <bdi dir="ltr" lang="zxx">
        {rule}
      </bdi>{' '}
      {text(requirementOf(rule))}
      {law && (
        <span className={`${styles.quiet} ${rows.law}`}>
          {text(law.title)} · <LawLabel law={law} />
        </span>
      )}
    </p>
  );
}
