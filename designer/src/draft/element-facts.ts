import type { MessageId } from '../language/messages.ts';
import type { DesignDocument } from '../model/document.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { sections } from '../model/property-commands.ts';
import { scriptTitle, shownTitle } from '../model/script-title.ts';
import { type ProcedureTree, type TreeElement, treeOf } from '../model/tree.ts';
import { nameOfKind, type Speaking } from '../outline/finding-words.ts';
import { elementKinds, nameOf, rowWords, spokenWay } from '../outline/outline-words.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
  /** What it is, where it names something else: another name of that is no change here. */
  readonly is?: string;
}
/** The same fact of three documents; nothing where an element has none. What is as before is the same text. */
export interface ChangedFact {
  readonly key: string;
  readonly label: string;
  readonly before: string | undefined;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
}
type Words = Omit<Speaking, 'definition'>;

const titles: Readonly<Record<string, MessageId>> = { en: 'outline.title.en', fa: 'outline.title.fa', pl: 'outline.title.pl' };

/** What differs between an element as it was, as the reader wants it, and as the others want it, in plain words. */
export function changedFacts(
  element: string,
  documents: { readonly before: DesignDocument; readonly mine: DesignDocument; readonly theirs: DesignDocument },
  words: Words,
): readonly ChangedFact[] {
  const [before, mine, theirs] = [documents.before, documents.mine, documents.theirs].map((document) => factsOf(document, element, words));
  const keys = [...new Set([before, mine, theirs].flatMap((facts) => [...(facts?.keys() ?? [])]))];
  return keys.flatMap((key) => {
    const [was, yours, other] = [before, mine, theirs].map((facts) => facts?.get(key));
    const label = (was ?? yours ?? other)?.label ?? '';
    const isAsBefore = (fact: Fact | undefined) => (fact?.is ?? fact?.value) === (was?.is ?? was?.value);
    if (isAsBefore(yours) && isAsBefore(other)) return [];
    const told = (fact: Fact | undefined) => (isAsBefore(fact) ? was?.value : fact?.value);
    return [{ key, label, before: was?.value, mine: told(yours), theirs: told(other) }];
  });
}

/** Whether the element is in the document at all. */
export function isThere({ definition, layout, scenarios }: DesignDocument, element: string): boolean {
  if (element === '') return true;
  const tried = triedOut(element);
  if (tried) return Object.hasOwn(fieldsOf(scenarios[tried.part]), tried.id);
  const [kind = '', id = ''] = element.split(':');
  if (kind === 'note') return fieldsOf(layout.notes)[id] !== undefined;
  if (kind === 'layout') return true;
  const section = sectionNamed(kind);
  return section === undefined ? treeOf(definition).byId.has(element) : fieldsOf(definition[section])[id] !== undefined;
}

/** A scenario, or a written reason for what none reaches: what the latter is about may have colons of its own. */
export function triedOut(element: string): { readonly part: 'scripts' | 'gaps'; readonly id: string } | undefined {
  if (element.startsWith('scenario:')) return { part: 'scripts', id: element.slice('scenario:'.length) };
  return element.startsWith('gap:') ? { part: 'gaps', id: element.slice('gap:'.length) } : undefined;
}

export const triedName = (
  { scenarios }: DesignDocument,
  { part, id }: { readonly part: 'scripts' | 'gaps'; readonly id: string },
  { say, text }: Pick<Words, 'say' | 'text'>,
) =>
  part === 'gaps'
    ? say('problems.part.gap')
    : say('problems.part.scenario', { name: shownTitle(scriptTitle(fieldsOf(scenarios.scripts)[id]) ?? id, text) });

const sectionNamed = (kind: string) => Object.entries(sections).find(([word]) => word === kind)?.[1];

function factsOf(document: DesignDocument, element: string, words: Words): ReadonlyMap<string, Fact> {
  const { definition, layout, scenarios } = document;
  const tree = treeOf(definition);
  const speaking = { ...words, definition };
  const step = tree.byId.get(element);
  if (step) return stepFacts(step, tree, speaking);
  const { say } = words;
  if (element === '') return new Map([...titleFacts(tree.title, speaking), ...rowFacts(tree.rows, tree, speaking)]);
  const tried = triedOut(element);
  if (tried) return triedFacts(fieldsOf(scenarios[tried.part])[tried.id], speaking);
  const [kind = '', id = ''] = element.split(':');
  const section = sectionNamed(kind);
  const member = section === undefined ? undefined : fieldsOf(definition[section])[id];
  if (member === undefined) {
    const spot = kind === 'note' ? fieldsOf(layout.notes)[id] : undefined;
    const text = fieldsOf(spot).text;
    return typeof text === 'string' ? new Map([['text', { label: say('quarrel.note'), value: text }]]) : new Map();
  }
  return new Map(titleFacts(textOf(kind === 'event' ? fieldsOf(member).label : fieldsOf(member).title), speaking));
}

/** The name of a scenario (what happens in it has no words of its own here), or the reason itself. */
function triedFacts(tried: unknown, { say, text }: Speaking): ReadonlyMap<string, Fact> {
  if (typeof tried === 'string') return new Map([['reason', { label: say('quarrel.reason'), value: tried }]]);
  const title = scriptTitle(tried);
  return title === undefined
    ? new Map()
    : new Map([['title', { label: say('quarrel.scenario'), value: shownTitle(title, text), is: JSON.stringify(tried) }]]);
}

function stepFacts(step: TreeElement, tree: ProcedureTree, speaking: Speaking): ReadonlyMap<string, Fact> {
  const { say, text } = speaking;
  const siblings = step.parent === '' ? tree.elements : (tree.byId.get(step.parent)?.children ?? []);
  const above = siblings[siblings.findIndex(({ id }) => id === step.id) - 1];
  const around = tree.byId.get(step.parent);
  const role = (id: string | undefined) => (id === undefined ? undefined : { is: id, value: nameOfKind('role', id, speaking) });
  const told: readonly (readonly [string, MessageId, Omit<Fact, 'label'> | undefined])[] = [
    ['kind', 'outline.kind', { value: say(elementKinds[step.kind].word) }],
    ['parent', 'outline.stands-in', { is: step.parent, value: around ? nameOf(around, say, text) : say('outline.no-stage') }],
    ['above', 'quarrel.after', above && { is: above.id, value: nameOf(above, say, text) }],
    ['role', 'outline.who-works', role(step.role)],
    ['owner', 'outline.who-answers', step.role === undefined ? role(step.owner) : undefined],
    ['form', 'outline.form', step.form === undefined ? undefined : { is: step.form, value: nameOfKind('form', step.form, speaking) }],
  ];
  return new Map<string, Fact>([
    ...titleFacts(step.title, speaking),
    ...told.flatMap(([key, label, fact]): [string, Fact][] => (fact ? [[key, { label: say(label), ...fact }]] : [])),
    ...rowFacts(step.rows, tree, speaking),
  ]);
}

const titleFacts = (title: Readonly<Record<string, string>>, { say }: Speaking): [string, Fact][] =>
  Object.entries(title).map(([language, value]) => {
    const label = titles[language];
    return [`title ${language}`, { label: label ? say(label) : say('outline.title.other', { language }), value }];
  });

const rowFacts = (rows: TreeElement['rows'], tree: ProcedureTree, { definition, say, text }: Speaking): [string, Fact][] =>
  rows.map((row) => {
    const name = rowWords(definition, row, say, text);
    const value = spokenWay(definition, tree, row, say, text);
    return [`row ${row.address}`, { label: say('outline.kind.way'), value, is: JSON.stringify([name, row.to, row.missing]) }];
  });
