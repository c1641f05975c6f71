import { competenceWords } from '@redress/definitions';
import { caseFields } from '../conditions/case-fields.ts';
import { valueWords } from '../conditions/condition-words.ts';
import { sortName } from '../forms-editor/sort-words.ts';
import { piecesOf } from '../letters-editor/chip-words.ts';
import { placeholdersFor } from '../letters-editor/placeholder-names.ts';
import { toldName } from '../letters-editor/told-words.ts';
import { sortOf } from '../model/field-sort.ts';
import { type Fields, fieldsOf, listOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import type { PartKind } from '../panel/parts.ts';
import { partsOf } from '../panel/parts.ts';
import { valueWords as cellWords, testWords } from '../tables-editor/cell-words.ts';
import { draftTable } from '../tables-editor/draft-table.ts';
import { clockSentence } from '../when/clock-words.ts';
import { fullLength, momentWords } from '../when/length-words.ts';
import { conditionOf, fieldNamed, partName, partNames, partOf, type TextTelling } from './text-telling.ts';
import { lineOf, sectionId, type TextLine, type TextSection } from './text-tree.ts';

const wordings = {
  role: { section: 'roles', title: 'panel.roles', lines: roleLines },
  form: { section: 'forms', title: 'panel.forms', lines: formLines },
  field: { section: 'data', title: 'panel.fields', lines: fieldLines },
  letter: { section: 'letters', title: 'panel.letters-list', lines: letterLines },
  clock: { section: 'clocks', title: 'panel.clocks', lines: clockLines },
  delay: { section: 'delays', title: 'panel.delays', lines: delayLines },
  decision: { section: 'decisions', title: 'panel.decisions', lines: tableLines },
} as const;

/** The parts of a procedure that its steps name: each kind in a section of its own, those that it has none of left out. */
export function partSections(telling: TextTelling): readonly TextSection[] {
  const { definition, say, text } = telling;
  return (Object.keys(wordings) as (keyof typeof wordings & PartKind)[]).flatMap((kind) => {
    const { section, title, lines } = wordings[kind];
    const parts = partsOf(definition, kind, text);
    if (parts.length === 0) return [];
    return [
      {
        id: sectionId(kind),
        heading: say(title),
        lines: [],
        sections: parts.map(({ id }) => ({
          id: sectionId(`${kind}:${id}`),
          heading: partName(kind, id, telling),
          at: `${kind}:${id}`,
          lines: lines(partOf(section, id, telling), telling, id),
          sections: [],
        })),
      },
    ];
  });
}

const fact = (name: string, value: string, { say }: TextTelling): readonly TextLine[] =>
  value === '' ? [] : [lineOf(say('text.fact', { name, value }))];

function roleLines(role: Fields, telling: TextTelling): readonly TextLine[] {
  const { say, text } = telling;
  const party = (['organisation', 'complainant', 'customer', 'provider'] as const).find((one) => one === role.party);
  const held = wordOf(role.heldBy);
  const competences = wordsOf(role.competence).map((word) => text(competenceWords.get(word)) || word);
  return [
    ...(party === undefined ? [] : fact(say('who.party'), say(`party.${party}`), telling)),
    ...(role.independent === true ? [lineOf(say('who.independent'))] : []),
    ...(held === undefined ? [] : fact(say('who.heldBy'), fieldNamed(held, telling), telling)),
    ...fact(say('who.competence'), listed(competences, say), telling),
  ];
}

function formLines(form: Fields, telling: TextTelling): readonly TextLine[] {
  const { say, text } = telling;
  const sections = listOf(form.sections).flatMap((written) => {
    const { title, fields } = fieldsOf(written);
    const items = listOf(fields).map((line) => {
      const { field, required, readOnly, when } = fieldsOf(line);
      const name = fieldNamed(wordOf(field) ?? '', telling);
      const marks = [
        ...(readOnly === true ? [say('forms.read-only')] : []),
        ...(when === undefined ? [] : [say('forms.only-if-words', { condition: conditionOf(when, telling) })]),
      ];
      return lineOf(listed([required === true ? say('text.required', { name }) : name, ...marks], say));
    });
    const heading = text(textOf(title));
    return heading === '' ? items : [lineOf(say('text.list', { title: heading }), items)];
  });
  return [...fact(say('forms.help'), text(textOf(form.help)), telling), ...sections];
}

function fieldLines(field: Fields, telling: TextTelling, id: string): readonly TextLine[] {
  const { definition, say, text, written } = telling;
  const known = caseFields(definition, text).find((one) => one.id === id);
  const personal = field.personal === 'ordinary' || field.personal === 'special' ? field.personal : 'no';
  const readers = wordsOf(field.visibleTo);
  const options = listOf(field.options).map((option) => text(textOf(fieldsOf(option).title)));
  return [
    ...fact(say('forms.sort'), sortName(sortOf(field), say), telling),
    ...fact(say('forms.help'), text(textOf(field.help)), telling),
    ...fact(say('forms.answers'), listed(options, say), telling),
    ...(field.default === undefined ? [] : fact(say('forms.begins-with'), valueWords(field.default, known, say, written), telling)),
    ...fact(say('forms.personal'), say(`forms.personal.${personal}`), telling),
    lineOf(readers.length === 0 ? say('forms.readers-all') : say('text.readers', { names: partNames('role', readers, telling) })),
  ];
}

function letterLines(letter: Fields, telling: TextTelling): readonly TextLine[] {
  const { definition, say, text } = telling;
  const fields = placeholdersFor(definition, say, text);
  const spelt = (words: unknown) =>
    piecesOf(text(textOf(words)), (name) => fields.some(({ id }) => id === name))
      .map((line) =>
        line
          .map((piece) => ('words' in piece ? piece.words : `[${fields.find(({ id }) => id === piece.field)?.name ?? piece.field}]`))
          .join(''),
      )
      .join(' ');
  const blocks = listOf(letter.blocks).map((block) => {
    const { text: words, when, tells, variants } = fieldsOf(block);
    const only = when === undefined ? [] : [lineOf(say('condition.sentence-shown', { condition: conditionOf(when, telling) }))];
    const told = wordsOf(tells).map((word) => toldName(word, say));
    const others = listOf(variants).map((variant) =>
      lineOf(say('text.instead', { condition: conditionOf(fieldsOf(variant).when, telling), words: spelt(fieldsOf(variant).text) })),
    );
    return lineOf(spelt(words), [...only, ...(told.length === 0 ? [] : fact(say('letters.tells'), listed(told, say), telling)), ...others]);
  });
  return [
    ...fact(say('letters.to'), partNames('role', wordsOf(letter.to), telling), telling),
    ...fact(say('letters.subject'), spelt(letter.subject), telling),
    ...(blocks.length === 0 ? [] : [lineOf(say('text.list', { title: say('letters.content') }), blocks)]),
    ...(wordOf(letter.owner) === undefined
      ? []
      : fact(say('letters.owner'), partName('role', wordOf(letter.owner) ?? '', telling), telling)),
  ];
}

function clockLines(clock: Fields, telling: TextTelling): readonly TextLine[] {
  const { say, tree, percent } = telling;
  const extension = fieldsOf(clock.extension);
  const limit = wordOf(extension.limit);
  const letter = wordOf(extension.letter);
  const means = (['accepted', 'breach', 'refused'] as const).find((one) => one === clock.expiryMeans);
  return [
    ...fact(say('when.clock-kind'), say(clock.kind === 'law' ? 'when.clock-law' : 'when.clock-service'), telling),
    lineOf(clockSentence(clock, tree, telling, percent)),
    ...(means === undefined ? [] : fact(say('when.means'), say(`when.means.${means}`), telling)),
    ...(limit === undefined ? [] : fact(say('when.extension-limit'), fullLength(partOf('delays', limit, telling), telling), telling)),
    ...(letter === undefined ? [] : fact(say('when.extension-letter'), partName('letter', letter, telling), telling)),
    ...(wordOf(clock.source) === undefined
      ? []
      : [{ ...lineOf(say('text.list', { title: say('when.source') })), written: wordOf(clock.source) ?? '' }]),
  ];
}

function delayLines(_delay: Fields, telling: TextTelling, id: string): readonly TextLine[] {
  return [lineOf(momentWords(id, telling))];
}

/** A row as a sentence: what it asks, then what it sets. */
function tableLines(_table: Fields, telling: TextTelling, id: string): readonly TextLine[] {
  const { definition, say, text, language, written } = telling;
  const table = draftTable(definition, id, text);
  const speaking = { say, language, ...written };
  const sets = (values: readonly unknown[]) =>
    listed(
      table.outputs.map((column, at) => say('text.sets', { name: column.name, value: cellWords(values[at], column, speaking) })),
      say,
    );
  return [
    ...(table.hit === undefined ? [] : fact(say('tables.hit'), say(`tables.hit.${table.hit}`), telling)),
    ...table.rows.map(({ when, says, because }) => {
      const asked = table.inputs.flatMap((column, at) => {
        const cell = String(when[at] ?? '-');
        return cell === '-' ? [] : [say('text.asked', { name: column.name, test: testWords(cell, column, speaking) })];
      });
      const reason = text(because);
      return lineOf(
        say('text.row', { asked: asked.length === 0 ? say('tables.always') : listed(asked, say), sets: sets(says) }),
        reason === '' ? [] : [lineOf(reason)],
      );
    }),
    lineOf(say('text.row', { asked: say('tables.otherwise'), sets: sets(table.otherwise) })),
  ];
}
