import { pointerTo } from '@redress/engine';
import { lazy, Suspense } from 'react';
import { placeName } from '../findings/draft-problems.ts';
import { FieldPart } from '../forms-editor/field-part.tsx';
import { EventForm } from '../forms-editor/form-choice.tsx';
import { FormPart } from '../forms-editor/form-part.tsx';
import { useText, useWords } from '../language/words.tsx';
import { LetterPart } from '../letters-editor/letter-part.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import { EventProof } from '../proof/way-proof.tsx';
import { ClockPart } from '../when/clock-part.tsx';
import { DelayPart } from '../when/delay-part.tsx';
import { RolePart } from '../who/role-part.tsx';
import { EventWho } from '../who/way-who.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { EventButton } from './event-button.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { TitleFields } from './title-fields.tsx';

// A table is looked at with the engine's FEEL, which is fetched where there is one.
const DecisionPart = lazy(async () => ({ default: (await import('../tables-editor/decision-part.tsx')).DecisionPart }));

/** Fields of a clock that say themselves what is wrong with them. */
const clockFields: ReadonlySet<string> = new Set(['starts', 'stops', 'pausesIn', 'limit', 'warnAt', 'extension']);

/** Of a letter each text and paragraph does so as well. */
function isToldAtField(kind: string, [first = '', ...rest]: readonly string[]): boolean {
  if (kind === 'letter') return first === 'subject' || (first === 'blocks' && rest.length > 0);
  return kind === 'clock' && clockFields.has(first);
}

/** A role, a letter, a length of time …: what it is called, and what is wrong with it. */
export function PartPanel({ part, definition, tree, findings, tab, act, onChoose }: PanelProps & { readonly part: string }) {
  const say = useWords();
  const text = useText();
  const [kind = '', id = ''] = part.split(':');
  const section = Object.entries(sections).find(([word]) => word === kind)?.[1];
  const member = fieldsOf(section === undefined ? undefined : fieldsOf(fieldsOf(definition)[section])[id]);
  return (
    <>
      <header className={styles.panelHead}>
        <h2>
          <bdi>{placeName(tree, part, { definition, say, text })}</bdi>
        </h2>
      </header>
      <FindingList definition={definition} findings={findings.filter(({ field }) => !isToldAtField(kind, field))} />
      <PanelTabs
        tab={tab}
        findings={[]}
        technical={{ definition, at: pointerTo([section ?? '', id]), act }}
        parts={{
          what: (
            <>
              <TitleFields
                definition={definition}
                words={textOf(kind === 'event' ? member.label : member.title)}
                at={kind === 'event' ? 'label' : 'title'}
                onWrite={(language, words) => act({ name: 'title.set', payload: { of: part, language, words } })}
              />
              {kind === 'form' ? (
                <FormPart form={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'field' ? (
                <FieldPart field={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'role' ? (
                <RolePart role={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'delay' ? (
                <DelayPart delay={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'clock' ? (
                <ClockPart clock={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'letter' ? (
                <LetterPart letter={id} {...{ definition, tree, findings, tab, act, onChoose }} />
              ) : kind === 'decision' ? (
                <Suspense>
                  <DecisionPart decision={id} {...{ definition, tree, findings, tab, act, onChoose }} />
                </Suspense>
              ) : kind === 'event' ? (
                <EventButton event={id} {...{ definition, act }} />
              ) : (
                <p className={styles.quiet}>{say('problems.part-later')}</p>
              )}
            </>
          ),
          who: kind === 'event' && <EventWho event={id} {...{ definition, tree, findings, tab, act, onChoose }} />,
          data: kind === 'event' && <EventForm event={id} {...{ definition, act, onChoose }} />,
          proof: kind === 'event' && <EventProof event={id} {...{ definition, tree, findings, tab, act, onChoose }} />,
        }}
      />
    </>
  );
}
