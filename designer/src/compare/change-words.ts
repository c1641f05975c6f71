import type { MessageId } from '../language/messages.ts';
import { type Fields, fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { addressOf, parseAddress } from '../model/rows.ts';
import type { Change, MoveNeed } from './change.ts';
import { about, aboutLength, type Comparing, isWay, named, namesOf, partIn } from './named.ts';
import { changedPartLines, procedureLines } from './part-words.ts';
import { changedStepLines, newStepLines, stepName } from './step-words.ts';
import { writtenWays } from './taken-apart.ts';
import { pairsOf } from './way-changes.ts';
import { changedWayLines, oneSidedWay } from './way-words.ts';

/** A change in words. Names stand in marks of direction (`isolated`), so that a view can set them apart. */
export interface ChangeWords {
  readonly head: string;
  readonly lines: readonly string[];
}

/** What came, what went, what is otherwise: one sentence where one is enough, else what it is about and a line for each. */
export function changeWords(change: Change, comparing: Comparing): ChangeWords {
  const { kind, element } = change;
  const isOneSided = kind !== 'changed';
  const side = kind === 'removed' ? 'before' : 'after';
  if (isWay(element)) {
    if (isOneSided) return oneSidedWay(change, comparing);
    return told(about(element, comparing), changedWayLines(change, wayBefore(element, comparing), comparing), comparing);
  }
  if (element === '') return told(about('', comparing), procedureLines(change, comparing), comparing);
  const part = partIn(element);
  if (part) {
    if (isOneSided) return { head: about(element, comparing, side), lines: [] };
    const name = part.kind === 'delay' ? aboutLength(part.id, comparing, 'after') : about(element, comparing);
    return told(name, changedPartLines(change, comparing), comparing);
  }
  if (kind === 'changed') return told(about(element, comparing), changedStepLines(change, comparing), comparing);
  const name = stepName(element, comparing, side);
  return kind === 'removed' ? { head: name, lines: [] } : told(name, newStepLines(element, comparing), comparing);
}

const told = (name: string, lines: readonly string[], { say }: Comparing): ChangeWords => {
  const [only, ...more] = new Set(lines);
  if (only === undefined) return { head: name, lines };
  return more.length === 0 ? { head: say('compare.of', { name, what: only }), lines: [] } : { head: name, lines: [only, ...more] };
};

/** A way as it was written before, of one that is known by where it stands now. */
function wayBefore(element: string, { before, after }: Comparing): Fields {
  const { step } = parseAddress(element);
  const ways = (definition: object) =>
    writtenWays(definition, step === '' ? fieldsOf(fieldsOf(definition).machine) : (placesOf(definition).get(step)?.state ?? {}));
  const pair = pairsOf(ways(before), ways(after)).find((each) => addressOf(step, each.after.path) === element);
  return pair?.before.row ?? {};
}

const needs: Readonly<Record<'role' | 'field' | 'step' | 'stage', MessageId>> = {
  role: 'compare.need.role',
  field: 'compare.need.field',
  step: 'compare.need.step-gone',
  stage: 'compare.need.stage',
};

/** What a later move would need, as one sentence. */
export function moveNeedWords({ kind, because }: MoveNeed, comparing: Comparing): string {
  const { say, after } = comparing;
  const [first = ''] = because;
  if (kind === 'nothing') return say('compare.need.nothing');
  if (kind === 'starts-anew') return say('compare.need.starts', { names: namesOf('step', because, comparing) });
  const part = partIn(first);
  const ids = because.flatMap((element) => {
    const { kind: sort, id } = partIn(element) ?? {};
    return sort === part?.kind && id !== undefined ? [id] : [];
  });
  if (kind === 'choice') {
    if (part) return say('compare.need.values', { names: namesOf('field', ids, comparing) });
    return say(placesOf(after).has(first) ? needs.stage : needs.step);
  }
  if (part?.kind === 'role') return say(needs.role, { name: named('role', part.id, comparing) });
  return say(needs.field, { names: namesOf('field', ids, comparing) });
}
