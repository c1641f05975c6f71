import { useId } from 'react';
import { useStore } from 'zustand';
import { RadioCards } from '../base/radio-cards.tsx';
import { placeName } from '../findings/draft-problems.ts';
import { useText, useWords } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import type { Editor } from '../model/editor.ts';
import { withdrawn } from '../model/editor-state.ts';
import { treeOf } from '../model/tree.ts';
import { asLeft, goneMeanwhile } from './bring-back.ts';
import type { Dispute } from './disputes.ts';
import styles from './draft.module.css';
import { type ChangedFact, changedFacts, isThere, triedName, triedOut } from './element-facts.ts';
import { Sentences } from './quarrel-sentences.tsx';
import { TwoSides } from './two-sides.tsx';

export type Whose = 'mine' | 'theirs';

/** One element that two people changed: as it was, as it is with the reader's changes, and as it is without them. */
export function QuarrelCard({
  dispute,
  editor,
  before,
  chosen,
  onChoose,
}: {
  readonly dispute: Dispute;
  readonly editor: Editor;
  readonly before: DesignDocument | undefined;
  readonly chosen?: Whose | undefined;
  readonly onChoose?: (whose: Whose) => void;
}) {
  const say = useWords();
  const text = useText();
  const title = useId();
  const state = useStore(editor.store);
  const theirs = withdrawn(
    state,
    dispute.mine.map(({ id }) => id),
  ).document;
  const was = before ?? theirs;
  const gone = before ? goneMeanwhile(before, state.document, dispute) : [];
  const documents = { before: was, mine: gone.length > 0 ? asLeft(was, dispute) : state.document, theirs };
  const person = dispute.people.join(say('list.separator')) || say('draft.somebody');
  const nameOf = (element: string) => {
    const id = element.startsWith('layout:') ? element.slice('layout:'.length) : element;
    const at = [was, state.document, theirs].find((document) => isThere(document, id)) ?? was;
    const tried = triedOut(id);
    if (tried) return triedName(at, tried, { say, text });
    return placeName(treeOf(at.definition), id, { definition: at.definition, say, text });
  };
  const names = dispute.elements.map(nameOf).join(say('list.separator'));
  const facts = dispute.elements.flatMap((element) => changedFacts(element, documents, { say, text }));
  // One of them did something that these facts do not show.
  const isUntold = facts.every(({ before: old, mine }) => mine === old) || facts.every((fact) => fact.theirs === fact.before);
  return (
    <section className={styles.dispute} aria-labelledby={title}>
      <h3 id={title}>
        <bdi>{names}</bdi>
      </h3>
      {gone.length > 0 && <p>{say('quarrel.removed', { person, name: gone.map(nameOf).join(say('list.separator')) })}</p>}
      {(gone.length > 0 ? facts.filter(({ before: was, mine }) => mine !== was) : facts).map((fact) => (
        <Fact key={`${fact.key} ${fact.label}`} fact={fact} person={person} />
      ))}
      {gone.length === 0 && isUntold && <Sentences dispute={dispute} person={person} documents={documents} />}
      {onChoose && (
        <RadioCards
          label={say('quarrel.which', { name: names })}
          labelHidden
          look="segments"
          value={chosen}
          onChange={(whose) => onChoose(whose === 'mine' ? 'mine' : 'theirs')}
          cards={[
            { id: 'mine', name: say('draft.mine') },
            { id: 'theirs', name: say('draft.theirs', { person }) },
          ]}
        />
      )}
    </section>
  );
}

function Fact({ fact, person }: { readonly fact: ChangedFact; readonly person: string }) {
  const say = useWords();
  const { label, before, mine, theirs } = fact;
  const shown = (value: string | undefined) => (value === undefined ? say('quarrel.none') : value);
  const changed = (value: string | undefined) => (value === before ? say('quarrel.same') : shown(value));
  return (
    <div className={styles.fact}>
      <h4>{label}</h4>
      <dl>
        <div>
          <dt>{say('quarrel.before')}</dt>
          <dd>
            <bdi>{shown(before)}</bdi>
          </dd>
        </div>
        <TwoSides person={person} mine={<bdi>{changed(mine)}</bdi>} theirs={<bdi>{changed(theirs)}</bdi>} />
      </dl>
    </div>
  );
}
