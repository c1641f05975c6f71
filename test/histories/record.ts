import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { begin, type JsonObject } from '@redress/engine';
import { fillForm } from '../tools/fill-form.ts';
import { calendars, compiledOf, deepFrozen } from '../tools/pretend-case.ts';
import { definitionFile, type History, hashOf, historyFile, processes, replay, textOf } from './history.ts';
import { chanceOf, walk } from './walk.ts';

// npx tsx --conditions=@redress/source test/histories/record.ts
// Records histories of the shipped procedures as they are written now. What was recorded before is never touched.

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const stepsMax = 45;

/** What a case that only another one starts is handed. */
const handedOver: { readonly [process: string]: JsonObject } = {
  escalation: { complaintNumber: '2026-000001', outstandingIssues: 'still broken', subjectPersons: ['p5'], complainantName: 'Ada' },
  'external-dispute': { complaintNumber: '2026-000001' },
};

function record(process: string, seed: number): History {
  const text = textOf(process);
  const compiled = compiledOf(JSON.parse(text));
  const { start: asked } = compiled.definition;
  const at = '2026-03-02T09:00:00.000Z';
  const start = deepFrozen({
    caseId: `${process}-${seed}`,
    channel: 'web',
    receivedAt: seed % 4 === 0 ? '2026-01-05T09:00:00.000Z' : at,
    input: asked ? fillForm(compiled.definition, asked.form, { all: seed % 2 === 0 }) : (handedOver[process] ?? {}),
    event: { id: 'begin', type: 'case.begin', at, ...(asked && { by: { person: 'p0', roles: [asked.by[0] ?? ''] } }) },
  });
  const first = begin(compiled, { ...start, calendars });
  if (!first.ok) throw new Error(`${process}: ${JSON.stringify(first.refusal)}`);
  const events = walk(compiled, JSON.parse(JSON.stringify(first.value.state)), chanceOf(Math.imul(seed, 0x9e3779b1)), stepsMax);
  const { begun, answers } = replay({ start, calendars, events }, compiled);
  const steps = events.flatMap((event, index) => (answers[index] ? [{ event, answer: answers[index] }] : []));
  return { process, definition: hashOf(text), seed, calendars, start, begun, steps };
}

const put = (file: string, text: string): void => {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  console.log(file);
};

for (const process of processes) {
  put(definitionFile(hashOf(textOf(process))), textOf(process));
  for (const seed of seeds) {
    const history = record(process, seed);
    // One line a step: a difference is read in the version control as what happened.
    const steps = history.steps.map((step) => JSON.stringify(step)).join(',\n');
    put(historyFile(history), `${JSON.stringify({ ...history, steps: [] }).slice(0, -2)}\n${steps}\n]}`);
  }
}
