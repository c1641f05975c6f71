import { createMachine } from 'xstate';
import type { Definition } from '../definition/definition.ts';
import type { Finding, SchemaTool } from '../definition/finding.ts';
import { compileValue } from '../feel/compile-value.ts';
import { compileFields, compileForms } from './compile-fields.ts';
import { compileLetters } from './compile-letters.ts';
import { compileStates } from './compile-states.ts';
import type { Compiled, CompiledDelay } from './compiled.ts';
import { findingsOf } from './findings/findings-of.ts';
import { inertActors } from './inert-actors.ts';
import { buildConfig } from './machine-config.ts';

export interface CompileTools {
  /** JSON Schema validation, with linear-time regular expressions. */
  readonly schemas: SchemaTool;
}

/** Makes a definition ready to run; with an error among the findings there is no machine. Expensive: keep the result by content hash. */
export function compile(
  definition: Definition,
  tools: CompileTools,
): { readonly machine?: Compiled; readonly findings: readonly Finding[] } {
  const findings = findingsOf(definition, tools);
  if (findings.some((finding) => finding.severity === 'error')) return { findings };
  return { machine: build(definition, tools), findings };
}

function build(definition: Definition, tools: CompileTools): Compiled {
  const states = compileStates(definition);
  const fields = compileFields(definition, tools.schemas);
  const { config, rows, timers } = buildConfig(definition, states);
  return Object.freeze({
    definition,
    machine: createMachine(config, {
      actors: inertActors,
      delays: Object.fromEntries(Object.keys(definition.delays).map((id) => [id, 1])),
    }),
    states,
    rows,
    timers,
    fields,
    forms: compileForms(definition, fields),
    letters: compileLetters(definition),
    clocks: new Map(Object.entries(definition.clocks).map(([id, clock]) => [id, { id, definition: clock }])),
    delays: new Map(Object.keys(definition.delays).map((id) => [id, compileDelay(id, definition)])),
    heldRoles: new Map(
      Object.entries(definition.roles).flatMap(([id, { heldBy }]) => (heldBy === undefined ? [] : [[id, heldBy] as const])),
    ),
  });
}

/** A computed amount, or the date of `until`. */
function compileDelay(id: string, definition: Definition): CompiledDelay {
  const { until, ...delay } = definition.delays[id] ?? {};
  const amount = Object.entries(delay).find(
    ([unit, value]) => unit !== 'remaining' && unit !== 'calendar' && typeof value === 'string' && value.startsWith('='),
  )?.[1];
  const text = until ?? (typeof amount === 'string' ? amount : undefined);
  return { id, ...(text !== undefined && { compute: compileValue(text, definition) }) };
}
