import { recordWords } from '@redress/definitions';
import { caseFields } from '../conditions/case-fields.ts';
import { valueWords, type Written } from '../conditions/condition-words.ts';
import { isolated } from '../language/isolated.ts';
import type { Fields } from '../model/loose-json.ts';
import { fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { nameOfKind, type Speaking } from '../outline/finding-words.ts';
import { listed } from '../outline/outline-words.ts';
import { actionOf, type KnownAction } from './action-sorts.ts';

/** What else words are found with: other procedures by name, and how the reader writes days and numbers. */
export interface Telling extends Speaking {
  readonly written: Written;
  readonly procedureName: (id: string) => string;
}

/** An action as a sentence: send the letter “We have your complaint” to the complainant. What is not understood says only that. */
export function actionWords(action: unknown, telling: Telling): string {
  const known = actionOf(action);
  return known ? sentence(known, telling) : telling.say('actions.locked-short');
}

function sentence({ sort, params }: KnownAction, telling: Telling): string {
  const { say, definition, procedureName } = telling;
  const named = (kind: string, id: unknown) => {
    const word = wordOf(id) ?? '';
    return word === '' ? '…' : isolated(nameOfKind(kind, word, telling));
  };
  switch (sort) {
    case 'letter': {
      const receivers = receiversOf(definition, params).map((role) => roleName(role, telling));
      const letter = named('letter', params.letter);
      return receivers.length === 0
        ? say('actions.does.letter', { letter })
        : say('actions.does.letter-to', { letter, to: listed(receivers, say) });
    }
    case 'record':
      return say('actions.does.record', { record: wordOf(params.record) ? isolated(recordName(params.record, telling)) : '…' });
    case 'set': {
      const values = Object.entries(params);
      const [first] = values;
      if (!first) return say('actions.does.set-nothing');
      if (values.length === 1 && first[1] === null) return say('actions.does.empty', { field: fieldName(first[0], telling) });
      const parts = values.map(([field, value]) => partWords(field, value, telling));
      return say('actions.does.set', { parts: listed(parts, say) });
    }
    case 'decide':
      return say('actions.does.decide', { table: named('decision', params.decision) });
    case 'reassign':
      return say('actions.does.reassign', { to: params.to === '' ? '…' : roleName(wordOf(params.to) ?? '', telling) });
    case 'clock':
      return say(params.do === 'extend' ? 'actions.does.extend' : 'actions.does.stop', { clock: named('clock', params.clock) });
    case 'start':
      return say('actions.does.start', {
        procedure: params.definition === '' ? '…' : isolated(procedureName(wordOf(params.definition) ?? '')),
      });
    case 'send':
      return say(params.to === 'parent' || params.to === 'children' ? `actions.does.send-${params.to}` : 'actions.does.send-case', {
        event: named('event', params.event),
      });
    case 'call':
      return say('actions.does.call', { service: named('service', params.service) });
  }
}

const fieldName = (id: string, { definition, text }: Telling): string =>
  isolated(caseFields(definition, text).find((one) => one.id === id)?.name ?? id);

function partWords(id: string, value: unknown, telling: Telling): string {
  const { definition, say, text, written } = telling;
  const field = fieldName(id, telling);
  if (value === null) return say('actions.part.empty', { field });
  const source = typeof value === 'string' && value.startsWith('=') ? sourceName(value, telling) : undefined;
  if (source !== undefined) return say('actions.part.source', { field, source });
  if (typeof value === 'string' && value.startsWith('='))
    return say('actions.part.formula', { field, formula: isolated(value.slice(1).trim() || '…') });
  const known = caseFields(definition, text).find((one) => one.id === id);
  return say('actions.part.value', { field, value: value === '' ? '…' : valueWords(value, known, say, written) });
}

/** Where a formula names one thing of the case and nothing else, what people call it. */
export function sourceName(value: string, { definition, say, text }: Pick<Telling, 'definition' | 'say' | 'text'>): string | undefined {
  const formula = value.slice(1).trim();
  if (formula === 'case.number') return say('actions.source.number');
  if (formula === 'result.outcome') return say('actions.source.outcome');
  const [, back, id = ''] = /^(result\.)?([a-z][A-Za-z0-9]*)$/.exec(formula) ?? [];
  const field = fieldsOf(fieldsOf(definition).data)[id];
  if (id === '' || (field === undefined && back === undefined)) return undefined;
  const name = isolated(nameOfKind('field', id, { definition, say, text }));
  return say(back === undefined ? 'actions.source.field' : 'actions.source.result', { name });
}

/** Who gets a letter: whom the action names, else whom the letter names. */
export function receiversOf(definition: object, params: Fields): readonly string[] {
  const own = wordsOf(params.to);
  return own.length > 0 ? own : wordsOf(fieldsOf(fieldsOf(fieldsOf(definition).letters)[wordOf(params.letter) ?? '']).to);
}

const roleName = (role: string, telling: Telling): string =>
  role === 'system' ? telling.say('who.system') : isolated(nameOfKind('role', role, telling));

export const recordName = (record: unknown, { text }: Pick<Telling, 'text'>): string =>
  text(recordWords.get(wordOf(record) ?? '')) || (wordOf(record) ?? '');
