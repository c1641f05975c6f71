import { clausesOf, clausesOfPart, meanings, measures, type ProvingPart } from '@redress/definitions';
import { fieldsOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { parties } from '../model/role-commands.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import { listed } from '../outline/outline-words.ts';
import { meaningOfWay } from '../proof/act-of.ts';
import { kindOf } from '../proof/kind-of.ts';
import { readMeasure, targetWords } from '../proof/measure-words.ts';
import { howPublished, publishedLines } from '../proof/published-how.ts';
import type { TextTelling } from './text-telling.ts';
import { lineOf, type TextLine, type TextSection } from './text-tree.ts';

/** What the organisation says in public, line by line: in its own words, from the procedure, or not yet. */
export function publishedSection({ definition, say, text }: TextTelling): TextSection {
  const kind = kindOf(definition);
  const lines = publishedLines(definition).map(([word, value]): TextLine => {
    const meaning = meanings.publishes.get(word);
    const how = howPublished(value);
    const words = how === 'own' ? text(textOf(value)) : say(how === 'other' ? 'proof.locked' : `proof.published.${how}`);
    return { ...lineOf(say('text.fact', { name: text(meaning?.title) || word, value: words })), clauses: clausesOf(meaning, kind) };
  });
  return { id: 'text-public', heading: say('proof.publishes'), lines, sections: [] };
}

/** What is measured how often, and with which target. */
export function measuredSection({ definition, say, text }: TextTelling): TextSection {
  const kind = kindOf(definition);
  const lines = Object.entries(fieldsOf(fieldsOf(definition).kpis)).map(([id, value]): TextLine => {
    const measure = measures.get(id);
    const read = readMeasure(value);
    const name = text(textOf(fieldsOf(value).title)) || text(measure?.title) || id;
    const words = read ? listed([targetWords(read, say), say(`proof.per.${read.per}`)], say) : say('proof.locked');
    return { ...lineOf(say('text.fact', { name, value: words })), clauses: clausesOf(measure, kind) };
  });
  return { id: 'text-measured', heading: say('proof.measures'), lines, sections: [] };
}

/** What the complainant pays at a step. */
export function chargeLines(charge: unknown, telling: TextTelling): readonly TextLine[] {
  const { say, written } = telling;
  const { amount, currency } = fieldsOf(charge);
  if (typeof amount !== 'number' || wordOf(currency) === undefined) return [];
  const value = `${written.number(amount)} ${wordOf(currency)}`;
  return [proving(say('text.fact', { name: say('proof.charge'), value }), 'charge', telling)];
}

/** What pressing a button means to the standards, whatever it is called, with the clauses that ask for it. */
export function meaningLines(row: TreeRow, { definition, say, text }: TextTelling): readonly TextLine[] {
  const meaning = meaningOfWay(definition, row);
  if (meaning === undefined) return [];
  const line = lineOf(say('text.fact', { name: say('proof.act'), value: text(meaning.title) }));
  const clauses = clausesOf(meaning, kindOf(definition));
  return [clauses.length === 0 ? line : { ...line, clauses }];
}

/** Whose consent a way stores, and whether its result binds them. */
export function consentLines(row: TreeRow, telling: TextTelling): readonly TextLine[] {
  const { definition, say } = telling;
  const { consent, binding } = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row.meta);
  const names = wordsOf(consent).map((word) => {
    const party = parties.find((one) => one === word);
    return party === undefined ? word : say(`party.${party}`);
  });
  return [
    ...(names.length === 0
      ? []
      : [proving(say('text.fact', { name: say('proof.consent'), value: listed(names, say) }), 'consent', telling)]),
    ...(binding === true ? [lineOf(say('proof.binding'))] : []),
  ];
}

const proving = (words: string, part: ProvingPart, { definition }: TextTelling): TextLine => ({
  ...lineOf(words),
  clauses: clausesOfPart(part, kindOf(definition)),
});
