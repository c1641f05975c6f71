import type { Clause } from '@redress/definitions';
import { useState } from 'react';
import { RadioCards } from '../base/radio-cards.tsx';
import { Select } from '../base/select.tsx';
import { confirm } from '../base/toast.tsx';
import { ReasonDialog } from '../case/reason-dialog.tsx';
import { placeName as elementName, provingPlaces } from '../check/because.ts';
import type { CheckedRule } from '../check/checked-draft.ts';
import { addressIn, type SpeakingOfDraft } from '../check/speaking.ts';
import { useWords } from '../language/words.tsx';
import { useClauseWords, weights } from '../review/finding.tsx';
import { addComment } from '../server/procedures.ts';

interface Place {
  readonly at: string;
  readonly name: string;
}

/** Where a finding about a clause can be: where its rules break, where they are proved, and the procedure itself. */
export function placesOf(rules: readonly CheckedRule[], speaking: SpeakingOfDraft): readonly Place[] {
  const breaking = rules.flatMap(({ failures }) =>
    failures.map(({ element }) => ({ at: addressIn(speaking.tree, element), name: elementName(element, speaking) })),
  );
  const all = [...breaking.filter(({ at }) => at !== ''), ...rules.flatMap((rule) => provingPlaces(rule, speaking))];
  const places = [...new Map(all.map((place) => [place.at, place] as const)).values()];
  const whole = { at: '', name: speaking.say('review.comment-whole') };
  return breaking.length > 0 ? [...places, whole] : [whole, ...places];
}

/** An officer finds that a clause is broken: how gravely, where, and in his own words. */
export function RaiseDialog({
  procedure,
  clause,
  places,
  onRaised,
  onClose,
}: {
  readonly procedure: string;
  readonly clause: Clause;
  /** The likeliest first. */
  readonly places: readonly Place[];
  readonly onRaised: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const wordsOf = useClauseWords();
  const [grade, setGrade] = useState<(typeof weights)[number]>(weights[0]);
  const [where, setWhere] = useState('0');
  const raise = async (text: string) => {
    const element = places[Number(where)]?.at ?? '';
    const answer = await addComment(procedure, { element, text, finding: { grade, clause: clause.id } });
    if (!answer.ok) return answer.problem;
    confirm(say('matrix.raised'));
    onRaised();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('matrix.raise')}
      words={say('matrix.raise-words')}
      label={say('matrix.raise-what')}
      missing={say('matrix.raise-missing')}
      act={say('review.finding-add')}
      keep={say('review.keep')}
      onAct={raise}
      onClose={onClose}
    >
      <p>{wordsOf(clause)}</p>
      <RadioCards
        label={say('matrix.raise-weight')}
        look="list"
        cards={weights.map((id) => ({ id, name: say(`review.grade-${id}`) }))}
        value={grade}
        onChange={(id) => setGrade(weights.find((one) => one === id) ?? weights[0])}
      />
      <Select
        label={say('matrix.raise-where')}
        options={places.map(({ name }, index) => ({ id: String(index), name }))}
        value={where}
        onChange={setWhere}
      />
    </ReasonDialog>
  );
}
