import type { ConditionOf } from '../conditions/way-conditions.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { delayWords, elementKinds, leadsWords, nameOf, rowWords, type Text } from '../outline/outline-words.ts';
import { clauseNumber } from '../proof/clause-number.ts';
import { stepClauses } from '../proof/step-clauses.ts';
import { dueRow } from './map-sizes.ts';
import type { Mark } from './map-view.ts';
import { spokenMark } from './spoken-mark.ts';

interface About {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly say: Say;
  readonly text: Text;
  /** What is told of it on a map that is only read. */
  readonly mark?: Mark | undefined;
  /** Which steps of a played run end there. */
  readonly numbers?: readonly number[] | undefined;
  /** Clauses that break there, by their ids. */
  readonly breaks?: readonly string[];
}

interface AboutBox extends About {
  readonly language: string;
}

interface AboutRow extends About {
  readonly conditionOf: ConditionOf;
}

/** Who does a step, or answers for it. */
export function whoOf(element: TreeElement, { definition, text }: Pick<About, 'definition' | 'text'>): string {
  const role = element.role ?? element.owner;
  return role === undefined ? '' : text(textOf(fieldsOf(fieldsOf(fieldsOf(definition).roles)[role]).title)) || role;
}

export function dueOf(element: TreeElement, { definition, say }: Pick<About, 'definition' | 'say'>): string {
  const due = dueRow(element.rows);
  return due ? delayWords(definition, due.name, say) : '';
}

/** A card as one sentence, for whoever hears it: what it is, where it stands, who, until when, how many ways lead out, what is wrong. */
export function spokenBox(element: TreeElement, problems: number, about: AboutBox): string {
  const { tree, say, text } = about;
  const clause = (number = '') => clauseNumber(about.language, number);
  const around = tree.byId.get(element.parent);
  const siblings = around ? around.children : tree.elements;
  const parts = [
    say('map.spoken', { kind: say(elementKinds[element.kind].word), name: nameOf(element, say, text) }),
    around
      ? say('map.spoken-place', {
          number: siblings.findIndex(({ id }) => id === element.id) + 1,
          count: siblings.length,
          stage: nameOf(around, say, text),
        })
      : '',
    say1('map.spoken-who', whoOf(element, about), say),
    say1('map.spoken-due', dueOf(element, about), say),
    say1('proof.spoken', clause(stepClauses(about.definition, element.tags)[0]?.number), say),
    element.kind === 'outcome' ? '' : say('map.spoken-ways', { count: element.rows.length }),
    problems > 0 ? say('outline.problems', { count: problems }) : '',
    say1('check.spoken', (about.breaks ?? []).map((id) => clause(id.split('/')[1])).join(say('list.separator')), say),
    spokenMark(about),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const say1 = (id: 'map.spoken-who' | 'map.spoken-due' | 'proof.spoken' | 'check.spoken', what: string, say: Say): string =>
  what === '' ? '' : say(id, { what });

/** A way as it stands on its card, where there is room for a few words: a rule without a name of its own is called by its condition. */
export function shortRow(row: TreeRow, { definition, conditionOf, say, text }: Omit<AboutRow, 'tree'>): string {
  const condition = conditionOf(row);
  const { condition: _, ...unconditional } = row;
  const name = rowWords(definition, unconditional, say, text);
  if (condition === undefined) return name;
  if (row.via === 'always' && row.number !== undefined && text(row.label) === '')
    return say('outline.numbered', { number: row.number, label: condition });
  return say('map.row-if', { name, condition });
}

/** A way as one sentence: in the words that are seen, and where it leads. */
export function spokenRow(row: TreeRow, { mark, ...about }: AboutRow): string {
  const { tree, say, text } = about;
  const name = shortRow(row, about);
  const way = say('outline.spoken-way', { name, to: leadsWords(tree, row, say, text) });
  return [way, spokenMark({ mark, say })].filter((words) => words !== '').join(' ');
}
