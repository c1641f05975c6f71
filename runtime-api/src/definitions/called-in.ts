import { pathOf, type Text } from '@redress/engine';

/** What people called an element: a step or a part of the procedure, and the way out of it. */
export interface Called {
  readonly name?: Text;
  readonly way?: Text;
}

/** What an element is called in a document as it was typed, by its address (`deciding`, `deciding/on/decided/0`, `role:handler`); nothing of what has no words there. */
export function calledIn(document: unknown, address: string): Called {
  const [place = '', ...path] = pathOf(`/${address}`);
  const [kind = '', id = ''] = place.split(':');
  const part = sections.get(kind);
  if (part !== undefined) return words('name', wordsOf(document, part, id));
  const { machine } = fields(document);
  const step = place === '' ? machine : stepIn(machine, place);
  const name = words('name', at(step, 'meta', 'title'));
  if (path.length === 0) return name;
  const [via = '', event = ''] = path;
  return { ...name, ...words('way', at(step, ...path, 'meta', 'title') ?? nameOfWay(document, via, event)) };
}

const sections: ReadonlyMap<string, string> = new Map(
  Object.entries({ role: 'roles', field: 'data', form: 'forms', event: 'events', delay: 'delays', clock: 'clocks', letter: 'letters' }),
);

/** A way that people press, or that time takes, is called as its event, its delay or its clock is. */
function nameOfWay(document: unknown, via: string, event: string): unknown {
  if (event.startsWith('clock.')) return wordsOf(document, 'clocks', event.split('.')[1] ?? '');
  return wordsOf(document, via === 'after' ? 'delays' : 'events', event);
}

function wordsOf(document: unknown, section: string, id: string): unknown {
  const { title, label } = fields(at(document, section, id));
  return title ?? label;
}

/** A step by its id, however deep it lies. */
function stepIn(state: unknown, id: string): unknown {
  const inside = Object.entries(fields(fields(state).states));
  const found = inside.find(([key, step]) => (fields(step).id ?? key) === id);
  return found ? found[1] : inside.map(([, step]) => stepIn(step, id)).find((step) => step !== undefined);
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {};
const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce((inside, key) => fields(inside)[key], value);

/** A name of people: whoever writes a book into a title has given none. */
const lettersMost = 2_000;
const isText = (value: unknown): value is Text => {
  const all = Object.values(fields(value));
  return all.length > 0 && all.every((word) => typeof word === 'string') && all.join('').length <= lettersMost;
};
const words = (member: keyof Called, value: unknown): Called => (isText(value) ? { [member]: value } : {});
