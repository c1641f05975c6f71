import { expect, test } from '@jest/globals';
import { compile, parseDefinition, type State } from '@redress/engine';
import manifest from '../package.json' with { type: 'json' };
import { furtherProcesses, shippedProcesses, shippedVersion } from './shipped-processes.ts';
import { templates } from './templates.ts';

const parsed = [...shippedProcesses, ...furtherProcesses, ...templates].map((json) => {
  const result = parseDefinition(json);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
});

test('the shipped version is that of the package', () => expect(shippedVersion).toBe(manifest.version));

test.each(parsed.map((definition) => [definition.id, definition] as const))('%s compiles without a finding', (_id, definition) => {
  const { findings, machine } = compile(definition, { schemas: () => () => [] });
  expect(findings).toEqual([]);
  expect(machine).toBeDefined();
});

test.each(parsed.map((definition) => [definition.id, definition] as const))(
  '%s has every text in English, Persian and Polish',
  (_id, definition) => {
    const gaps: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const words = value as Record<string, unknown>;
      if (typeof words.en === 'string')
        for (const language of ['en', 'fa', 'pl'])
          if (typeof words[language] !== 'string' || words[language] === '') gaps.push(`${at}/${language}`);
      for (const [key, inner] of Object.entries(words)) walk(inner, `${at}/${key}`);
    };
    walk(definition, '');
    expect(gaps).toEqual([]);
  },
);

test.each(parsed.map((definition) => [definition.id, definition] as const))(
  '%s: a letter on the way to another step names no day to answer by: it would be that of the step which is over',
  (_id, { machine, letters }) => {
    const namesDay = (letter: string) => JSON.stringify(letters[letter] ?? {}).includes('{step.due}');
    const wrong: string[] = [];
    const walk = (states: Readonly<Record<string, State>>): void => {
      for (const { id, on, states: inner } of Object.values(states)) {
        for (const [event, rows] of Object.entries(on ?? {}))
          for (const { target, actions } of rows)
            for (const { type, params } of actions ?? [])
              if (target !== undefined && type === 'letter' && namesDay(String(params?.letter))) wrong.push(`${id} ${event}`);
        if (inner) walk(inner);
      }
    };
    walk(machine.states);
    expect(wrong).toEqual([]);
  },
);

test.each(parsed.map((definition) => [definition.id, definition] as const))(
  '%s: no two letters or forms have the same name in any language: whoever reads it on a path or in a list knows which',
  (_id, { letters, forms }) => {
    const doubled = [letters, forms].flatMap((all) =>
      ['en', 'fa', 'pl'].flatMap((language) => {
        const names = Object.values(all).map(({ title }) => title[language as keyof typeof title]);
        return names.filter((name, index) => names.indexOf(name) !== index);
      }),
    );
    expect(doubled).toEqual([]);
  },
);
