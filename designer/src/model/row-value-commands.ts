import { type Condition, type JsonObject, ok, refuse } from '@redress/engine';
import type { Recipes } from './command.ts';
import { rowIn, rowName, stepIn } from './drawing.ts';
import { copyOf, isFields, listIn, memberOf } from './loose-json.ts';
import { addressOf, labelOf, type RowAddress } from './rows.ts';
import { setInMeta } from './who-commands.ts';

export interface RowValuePayloads {
  /** Words of a row in one language: of its event, clock or delay where it has one, else its own. Empty words go. */
  readonly 'row.label': { readonly row: RowAddress; readonly language: string; readonly words: string };
  /** Another delay for a deadline or reminder. */
  readonly 'row.delay': { readonly row: RowAddress; readonly delay: string };
  /** A tree of the condition builder or FEEL; without one the row is always taken. */
  readonly 'row.condition': { readonly row: RowAddress; readonly condition?: Condition };
  /** What those who draw tell each other about a way; empty words go. */
  readonly 'row.remark': { readonly row: RowAddress; readonly words: string };
  /** Data that must be there for this way, whatever the form asks. */
  readonly 'row.requires': { readonly row: RowAddress; readonly fields: readonly string[] };
  /** How long a delay is; it counts wherever the delay is named. */
  readonly 'delay.set': { readonly delay: string; readonly length: JsonObject };
}

export const rowValueRecipes: Recipes<RowValuePayloads> = {
  'row.label': (drawing, { row, language, words }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    const { via, name, draft } = found.value;
    const was = rowName(drawing, found.value);
    const holder =
      via === 'on' && !isFields(isFields(draft.meta) ? draft.meta.title : undefined) && isFields(labelOf(drawing.definition, name))
        ? labelOf(drawing.definition, name)
        : via === 'after' && isFields(memberOf(drawing.definition, 'delays')[name])
          ? memberOf(memberOf(memberOf(drawing.definition, 'delays'), name), 'title')
          : memberOf(memberOf(draft, 'meta'), 'title');
    if (!isFields(holder)) return refuse({ code: 'no-such-row', row });
    if (words === '') delete holder[language];
    else holder[language] = words;
    return ok({ words: { id: 'edit.row-label', facts: { name: was } }, target: `${row} ${language}`, chosen: [row] });
  },

  'row.delay': (drawing, { row, delay }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    const { via, name, step, draft, take } = found.value;
    const state = stepIn(drawing, step);
    if (via !== 'after' || !state) return refuse({ code: 'not-here', element: step });
    if (name === delay) return refuse({ code: 'nothing-to-do' });
    if (!isFields(memberOf(drawing.definition, 'delays')[delay])) return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    const words = { id: 'edit.row-delay', facts: { name: rowName(drawing, found.value) } } as const;
    take();
    const rows = listIn(memberOf(state, 'after'), delay);
    rows.push(draft);
    const chosen = addressOf(step, ['after', delay, String(rows.length - 1)]);
    return ok({ words, target: chosen, chosen: [chosen] });
  },

  'row.condition': (drawing, { row, condition }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (condition === undefined) delete found.value.draft.guard;
    else found.value.draft.guard = { type: 'if', params: copyOf(condition) };
    return ok({ words: { id: 'edit.row-condition', facts: { name: rowName(drawing, found.value) } }, target: row, chosen: [row] });
  },

  'row.remark': (drawing, { row, words }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (words === '') delete found.value.draft.description;
    else found.value.draft.description = words;
    const facts = { name: rowName(drawing, found.value) };
    return ok({ words: { id: 'edit.remark-set', facts }, target: `${row} remark`, chosen: [row] });
  },

  'row.requires': (drawing, { row, fields }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (found.value.via !== 'on') return refuse({ code: 'not-here', element: found.value.step });
    const words = { id: 'edit.row-requires', facts: { name: rowName(drawing, found.value) } } as const;
    setInMeta(found.value.draft, 'requires', fields);
    return ok({ words, target: `${row} requires`, chosen: [row] });
  },

  'delay.set': (drawing, { delay, length }) => {
    const delays = memberOf(drawing.definition, 'delays');
    const was = delays[delay];
    if (!isFields(was)) return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    const title = was.title;
    delays[delay] = { ...(title === undefined ? {} : { title }), ...copyOf(length) };
    const name = isFields(title) ? Object.fromEntries(Object.entries(title).map(([key, value]) => [key, String(value)])) : delay;
    return ok({ words: { id: 'edit.delay-set', facts: { name } }, target: delay });
  },
};
