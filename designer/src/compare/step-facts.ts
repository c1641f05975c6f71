import type { MessageId } from '../language/messages.ts';
import { fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { priorities } from '../work/priority.ts';
import {
  asAct,
  asLength,
  asProcedure,
  asRecord,
  asValues,
  asWritten,
  chosen,
  fieldName,
  fieldsNamed,
  inLanguages,
  partNamed,
  severalOf,
  yesOrNo,
} from './fact-values.ts';
import { type Fact, fact, setApart, type ValueWords, valueAt } from './facts.ts';
import { parties } from './part-facts.ts';

const rules: Readonly<Record<string, MessageId>> = {
  queue: 'who.assign.queue',
  leastBusy: 'who.assign.leastBusy',
  roundRobin: 'who.assign.roundRobin',
  sameAs: 'who.assign.sameAs',
  managerOf: 'who.assign.managerOf',
  field: 'who.assign.field',
};

const asPriority: ValueWords = (value, seen) => {
  const { say, definition } = seen;
  if (value === undefined) return setApart(say('who.priority-none'));
  const known = priorities.find(({ level }) => level === value);
  if (known) return setApart(say(known.word));
  const formula = String(value).replace(/^=\s*/, '');
  if (!Object.hasOwn(fieldsOf(fieldsOf(definition).data), formula)) return say('who.priority-kept', { formula: setApart(formula) });
  return say('who.priority-as', { field: fieldName(formula, seen) });
};

/** How the person is found, and which step or field says it. */
const assignedBy: Fact['value'] = (element, seen) => {
  const { rule, step, field } = fieldsOf(valueAt(element, 'invoke/input/assign'));
  const names = [partNamed('step')(step, seen), partNamed('field')(field, seen)].flatMap((name) =>
    typeof name === 'string' ? [name] : [],
  );
  const how = String(chosen(rules, 'who.assign.queue')(rule, seen));
  return names.length === 0 ? how : seen.say('compare.with', { what: how, more: listed(names, seen.say) });
};

/** A step by its target, `#id`. */
const asTarget: ValueWords = (value, seen) => partNamed('step')(wordOf(value)?.replace(/^#/, ''), seen);
const namesOrOne: ValueWords = (value, seen) => {
  const list = wordsOf(value);
  return severalOf(partNamed('role'))(typeof value === 'string' ? [value] : list, seen);
};

export const stepFacts: readonly Fact[] = [
  fact('invoke/input/priority', 'who.priority', asPriority),
  { of: ['rule', 'step', 'field'].map((key) => `invoke/input/assign/${key}`), name: 'who.assign', value: assignedBy },
  fact('invoke/input/assign/matches', 'who.assign-matches', fieldsNamed),
  fact('invoke/input/hides', 'who.hides', severalOf(asRecord)),
  fact('invoke/input/due', 'when.due', asLength),
  fact('invoke/input/letter', 'actions.field.letter', partNamed('letter')),
  fact('invoke/input/to', 'actions.field.to', namesOrOne),
  fact('invoke/input/service', 'actions.field.service', partNamed('service')),
  fact('invoke/input/definition', 'actions.field.procedure', asProcedure),
  fact('invoke/input/data', 'actions.field.data', asValues),
  fact('invoke/input/with', 'actions.field.with', asValues),
  fact('invoke/input/form', 'outline.form', partNamed('form')),
  fact('meta/owner', 'outline.who-answers', partNamed('role')),
  fact('meta/maxVisits', 'when.visits-most', asWritten),
  fact('initial', 'compare.begins', partNamed('step')),
  fact('meta/target', 'when.target', asLength),
  fact('meta/charge/amount', 'proof.charge', asWritten),
  fact('meta/charge/currency', 'proof.charge-currency', asWritten),
  fact('meta/public', 'panel.public', inLanguages),
  fact('meta/help', 'panel.help', inLanguages),
  fact('description', 'panel.remark', asWritten),
  fact(
    'history',
    'panel.return-depth',
    chosen({ deep: 'panel.return-depth.deep', shallow: 'panel.return-depth.shallow' }, 'panel.return-depth.shallow'),
  ),
  fact('target', 'panel.return-first', asTarget),
];

export const wayFacts: readonly Fact[] = [
  fact('reenter', 'when.again', yesOrNo),
  fact('description', 'panel.remark', asWritten),
  fact('meta/by', 'who.press-here', severalOf(partNamed('role'))),
  fact('meta/act', 'proof.act', asAct),
  fact('meta/consent', 'proof.consent', severalOf(chosen(parties))),
  fact('meta/binding', 'proof.binding', yesOrNo),
  fact('meta/requires', 'forms.requires', fieldsNamed),
];
