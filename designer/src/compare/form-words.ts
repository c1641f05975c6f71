import { type Fields, fieldsOf, listOf, textOf, wordOf } from '../model/loose-json.ts';
import { alike } from './aspects.ts';
import { asCondition, caseValue, yesOrNo } from './fact-values.ts';
import { type Fact, fact, factLines, factTellers } from './facts.ts';
import { type Comparing, named, namesOf } from './named.ts';
import { listTold } from './tellers.ts';

/** What a form asks, what it no longer asks, how it asks it, and in which order. */
export function formTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const [was, now] = [linesIn(before), linesIn(after)];
  const both = [...now.keys()].filter((field) => was.has(field));
  const required = (lines: ReadonlyMap<string, Fields>) => both.filter((field) => lines.get(field)?.required === true);
  return [
    ...listTold('field', [[...was.keys()], [...now.keys()]], { more: 'compare.asks', less: 'compare.asks-not' }, comparing),
    ...listTold('field', [required(was), required(now)], { more: 'compare.required', less: 'compare.not-required' }, comparing),
    ...both.flatMap((field) => lineTold(field, [was.get(field) ?? {}, now.get(field) ?? {}], comparing)),
    ...sectionsTold(before, after, comparing),
  ];
}

/** The lines of a form by the field that each is about. */
const linesIn = (form: Fields): ReadonlyMap<string, Fields> =>
  new Map(
    listOf(form.sections)
      .flatMap((section) => listOf(fieldsOf(section).fields))
      .map((line) => [wordOf(fieldsOf(line).field) ?? '', fieldsOf(line)]),
  );

const lineFacts: readonly Fact[] = [
  fact('readOnly', 'forms.shown-switch', yesOrNo),
  fact('when', 'forms.asked-if', (value, seen) => asCondition(value, seen) ?? seen.say('tables.always')),
  fact(
    'prefill',
    'forms.prefill',
    (value, seen) => caseValue(value === undefined ? undefined : `= ${value}`, undefined, seen) ?? seen.say('forms.prefill.nothing'),
  ),
];

function lineTold(field: string, [before, after]: readonly [Fields, Fields], comparing: Comparing): readonly string[] {
  const name = named('field', field, comparing);
  return factTellers(lineFacts, comparing)
    .flatMap(({ tell }) => tell(before, after))
    .map((what) => comparing.say('compare.of', { name, what }));
}

/** Sections have no name but their place. */
function sectionsTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const { say, written } = comparing;
  const [was, now] = [before, after].map(({ sections }) => listOf(sections).map(fieldsOf)) as [Fields[], Fields[]];
  const titles = now.flatMap((section, at) =>
    factLines(say('compare.section-title', { number: at + 1 }), [textOf(was[at]?.title), textOf(section.title)], comparing),
  );
  const counts = [was, now].map(({ length }) => written.number(length)) as [string, string];
  const moved = was.length !== now.length ? factLines(say('compare.sections'), counts, comparing) : orderTold(was, now, comparing);
  return [...titles, ...moved];
}

function orderTold(before: readonly Fields[], after: readonly Fields[], comparing: Comparing): readonly string[] {
  const asked = (sections: readonly Fields[]) =>
    sections.map(({ fields }) => listOf(fields).map((line) => wordOf(fieldsOf(line).field) ?? ''));
  const [was, now] = [asked(before), asked(after)];
  const isThere = (lists: readonly (readonly string[])[], field: string) => lists.some((list) => list.includes(field));
  const kept = (lists: readonly (readonly string[])[]) =>
    lists.map((list) => list.filter((field) => isThere(was, field) && isThere(now, field)));
  return alike(kept(was), kept(now)) ? [] : [comparing.say('compare.form-order', { names: namesOf('field', now.flat(), comparing) })];
}
