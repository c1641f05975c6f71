import { clausesOf, meanings, recordWords } from '@redress/definitions';
import { actionWords } from '../actions-editor/action-words.ts';
import { type Fields, fieldsOf, listOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeElement, TreeRow } from '../model/tree.ts';
import { elementKinds, listed, nameOf, spokenWay } from '../outline/outline-words.ts';
import { clauseNumber } from '../proof/clause-number.ts';
import { clauseWords } from '../proof/clause-words.ts';
import { kindOf } from '../proof/kind-of.ts';
import { rungsOf } from '../when/ladder.ts';
import { momentWords } from '../when/length-words.ts';
import { answersFor, heldByField } from '../who/answers-for.ts';
import { priorities } from '../work/priority.ts';
import { chargeLines, consentLines, meaningLines } from './proof-text.ts';
import { conditionOf, fieldNamed, partName, partNames, partOf, type TextTelling } from './text-telling.ts';
import { lineOf, sectionId, type TextLine, type TextSection } from './text-tree.ts';

/** A stage with its steps, or a step: who does it, what is asked, by when, what can come out of it, what it is evidence for. */
export function stepSection(element: TreeElement, number: string, telling: TextTelling): TextSection {
  const { say, text, language } = telling;
  return {
    id: sectionId(element.id),
    heading: nameOf(element, say, text),
    number: clauseNumber(language, number),
    kind: say(elementKinds[element.kind].word),
    at: element.id,
    lines: [
      ...what(element, telling),
      ...who(element, telling),
      ...data(element, telling),
      ...doings(element, telling),
      ...ends(element, telling),
    ],
    sections: element.children.map((child, at) => stepSection(child, `${number}.${at + 1}`, telling)),
  };
}

const stateOf = ({ id }: TreeElement, { definition }: TextTelling): Fields => fieldsOf(placesOf(definition).get(id)?.state);

/** What happens here, and what is said about it. */
function what(element: TreeElement, telling: TextTelling): readonly TextLine[] {
  const { say, text, tree } = telling;
  const { meta, invoke } = stateOf(element, telling);
  const { public: told, help, charge } = fieldsOf(meta);
  const { src, input } = fieldsOf(invoke);
  const called = element.calls ?? '';
  const waiting = element.kind === 'wait' && element.role === undefined ? element.tags.filter((tag) => tag.startsWith('wait:')) : [];
  const returns = element.returnsTo === undefined ? undefined : nameOf(tree.byId.get(element.parent), say, text);
  const outcome = element.tags.find((tag) => tag.startsWith('outcome:'));
  return [
    ...(element.isStart && element.parent === '' ? [lineOf(say('text.starts'))] : []),
    ...(src === 'letter' ? [lineOf(actionWords({ type: 'letter', params: fieldsOf(input) }, telling))] : []),
    ...(src === 'service' ? [lineOf(actionWords({ type: 'call', params: { service: called } }, telling))] : []),
    ...(src === 'case' ? [lineOf(say('text.sub', { procedure: telling.procedureName(called) }))] : []),
    ...waiting.map((tag) => lineOf(say('text.waits', { what: text(meanings.tags.get(tag)?.title) || tag }))),
    ...(returns === undefined ? [] : [lineOf(say('text.returns', { stage: returns }))]),
    ...(outcome === undefined || element.kind !== 'outcome'
      ? []
      : [lineOf(say('text.ends-as', { outcome: text(meanings.tags.get(outcome)?.title) || outcome.slice('outcome:'.length) }))]),
    ...worded('text.told', textOf(told), telling),
    ...worded('text.instruction', textOf(help), telling),
    ...chargeLines(charge, telling),
  ];
}

const worded = (id: 'text.told' | 'text.instruction', words: Readonly<Record<string, string>>, { say, text }: TextTelling) =>
  text(words) === '' ? [] : [lineOf(say(id, { words: text(words) }))];

/** Who does it, who answers for it, who is kept away. */
function who(element: TreeElement, telling: TextTelling): readonly TextLine[] {
  const { definition, say, tree, text } = telling;
  const { input } = fieldsOf(stateOf(element, telling).invoke);
  const { excludes, hides, priority } = fieldsOf(input);
  const { role, because } = answersFor(definition, tree, element);
  const kept = wordsOf(excludes).map((id) =>
    say(heldByField(definition, id) === undefined ? 'text.kept-holder' : 'text.kept-named', { role: partName('role', id, telling) }),
  );
  const hidden = wordsOf(hides).map((record) => text(recordWords.get(record)) || record);
  return [
    ...(element.role === undefined ? [] : [lineOf(say('text.done-by', { role: partName('role', element.role, telling) }))]),
    ...(role === undefined || because === 'task' || element.kind === 'outcome' || element.kind === 'history'
      ? []
      : [lineOf(say('text.answers', { role: partName('role', role, telling) }))]),
    ...(priority === undefined ? [] : [lineOf(say('text.fact', { name: say('who.priority'), value: priorityWords(priority, telling) }))]),
    ...(kept.length === 0 ? [] : [lineOf(say('text.kept-away', { names: listed(kept, say) }))]),
    ...(hidden.length === 0 ? [] : [lineOf(say('text.not-shown', { names: listed(hidden, say) }))]),
  ];
}

/** In words, or by the data of the case that say it when the task opens. */
function priorityWords(priority: unknown, telling: TextTelling): string {
  const known = priorities.find(({ level }) => level === priority);
  if (known) return telling.say(known.word);
  const formula = typeof priority === 'string' ? priority.replace(/^= ?/, '') : JSON.stringify(priority);
  const isField = formula in fieldsOf(fieldsOf(telling.definition).data);
  return isField ? telling.say('who.priority-as', { field: fieldNamed(formula, telling) }) : formula;
}

/** The form of the task; each of its fields stands in the list of forms. */
function data({ form }: TreeElement, telling: TextTelling): readonly TextLine[] {
  return form === undefined ? [] : [lineOf(formSentence(form, telling))];
}

export function formSentence(form: string, telling: TextTelling): string {
  const { say } = telling;
  const lines = listOf(partOf('forms', form, telling).sections).flatMap((section) => listOf(fieldsOf(section).fields).map(fieldsOf));
  const fields = lines.map((line) => {
    const name = fieldNamed(wordOf(line.field) ?? '', telling);
    return line.required === true ? say('text.required', { name }) : name;
  });
  return say('text.asks', { form: partName('form', form, telling), fields: listed(fields, say) });
}

/** What is done by itself, by when, and which ways lead on. */
function doings(element: TreeElement, telling: TextTelling): readonly TextLine[] {
  const { definition, say } = telling;
  const { entry, exit, meta } = stateOf(element, telling);
  const { maxVisits } = fieldsOf(meta);
  const target = wordOf(fieldsOf(meta).target);
  const acts = (actions: unknown) => listOf(actions).map((action) => lineOf(actionWords(action, telling)));
  const ways = element.rows.filter(({ via }) => via !== 'after');
  const isStage = element.kind === 'stage' || element.kind === 'tracks';
  const rungs = rungsOf(element, { definition, now: '', calendars: [] });
  return [
    ...(typeof maxVisits === 'number' ? [lineOf(say('when.visits-told', { count: maxVisits }))] : []),
    ...(target === undefined ? [] : [lineOf(say('text.fact', { name: say('when.target'), value: partName('delay', target, telling) }))]),
    ...headed(say('actions.entry'), acts(entry), telling),
    ...headed(
      say('when.ladder'),
      rungs.map(({ delay, rows }) => {
        const due = wordOf(fieldsOf(fieldsOf(stateOf(element, telling).invoke).input).due) === delay;
        const items = rows.flatMap((row) => doesOf(row, telling));
        const moment = momentWords(delay, telling);
        return lineOf(due ? say('text.is-due', { moment }) : moment, items);
      }),
      telling,
    ),
    ...headed(
      say(isStage ? 'text.any-time' : 'outline.ways'),
      ways.map((row) => wayLine(row, telling)),
      telling,
    ),
    ...headed(say('actions.exit'), acts(exit), telling),
  ];
}

/** What a deadline does, and where it leads and under which condition. */
function doesOf(row: TreeRow, telling: TextTelling): readonly TextLine[] {
  const { say, tree, text } = telling;
  const leads = row.to.map((id) => say('when.does.leads', { to: nameOf(tree.byId.get(id), say, text) }));
  const only = row.condition === undefined ? [] : [say('condition.sentence-shown', { condition: conditionOf(row.condition, telling) })];
  return [...only, ...row.actions.map((action) => actionWords(action, telling)), ...leads].map((words) => lineOf(words));
}

/** A way out: its button, rule or message, where it leads; who may press it where that is not whoever does the task. */
export function wayLine(row: TreeRow, telling: TextTelling): TextLine {
  const { definition, say, text, tree } = telling;
  const condition = row.condition === undefined ? undefined : conditionOf(row.condition, telling);
  const event = partOf('events', row.name, telling);
  const by = wordsOf(event.by);
  const form = row.via === 'on' ? wordOf(event.form) : undefined;
  const { meta } = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row);
  const needed = wordsOf(fieldsOf(meta).requires).map((field) => fieldNamed(field, telling));
  return lineOf(spokenWay(definition, tree, row, say, text, condition), [
    ...(row.via === 'on' && by.length > 0 ? [lineOf(say('text.pressed-by', { names: partNames('role', by, telling) }))] : []),
    ...(form === undefined ? [] : [lineOf(formSentence(form, telling))]),
    ...(needed.length === 0 ? [] : [lineOf(say('text.fact', { name: say('forms.requires'), value: listed(needed, say) }))]),
    ...row.actions.map((action) => lineOf(actionWords(action, telling))),
    ...meaningLines(row, telling),
    ...consentLines(row, telling),
  ]);
}

/** The clauses that it serves, whole: number, standard and title. */
function ends(element: TreeElement, telling: TextTelling): readonly TextLine[] {
  const { definition, say, text } = telling;
  return element.tags.flatMap((tag) => {
    const meaning = meanings.tags.get(tag);
    const clauses = clausesOf(meaning, kindOf(definition));
    if (!meaning || clauses.length === 0) return [];
    const named = clauses.map((clause) => clauseWords(clause, telling));
    return [{ ...lineOf(say('text.evidence', { purpose: text(meaning.title), clauses: named.join(say('text.and-also')) })), clauses }];
  });
}

const headed = (title: string, items: readonly TextLine[], { say }: TextTelling): readonly TextLine[] =>
  items.length === 0 ? [] : [lineOf(say('text.list', { title }), items)];
