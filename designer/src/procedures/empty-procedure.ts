import { camel } from '../model/new-id.ts';

/** An id for a procedure: the letters of its name that every system can write; never one that is taken. */
export function procedureId(title: string, taken: readonly string[]): string {
  const begin = camel(title) || 'procedure';
  let id = begin;
  for (let number = 2; taken.includes(id); number += 1) id = `${begin}${number}`;
  return id;
}

/** The least that is a procedure: somebody who complains, somebody who works, one step. */
export function emptyProcedure(words: {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly receive: string;
  readonly handler: string;
  readonly complainant: string;
}): object {
  const { language } = words;
  const say = (text: string) => ({ [language]: text });
  return {
    format: 1,
    id: words.id,
    kind: 'complaint',
    title: say(words.title),
    languages: [language],
    roles: {
      handler: { title: say(words.handler), party: 'organisation' },
      complainant: { title: say(words.complainant), party: 'complainant' },
    },
    data: {},
    forms: {},
    events: {},
    delays: {},
    clocks: {},
    letters: {},
    machine: {
      initial: 'receiving',
      states: { receiving: { id: 'receiving', meta: { title: say(words.receive) }, invoke: { src: 'task', input: { role: 'handler' } } } },
    },
  };
}
