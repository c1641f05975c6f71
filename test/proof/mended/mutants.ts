import { canBeExplored, type Definition, parseDefinition } from '@redress/engine';
import { compileFindings } from './findings.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What one edit of a careless person may take away, by where it stands. Whole steps are not among it: then nothing would be left to repair. */
const losses: readonly RegExp[] = [
  /^\/letters\/[^/]+\/blocks\/\d+(\/tells\/\d+)?$/,
  /^\/forms\/[^/]+\/records\/\d+$/,
  /^\/forms\/[^/]+\/sections\/\d+\/fields\/\d+(\/required)?$/,
  /^\/machine\/on\/(?!clock)[^/]+$/,
  /^\/machine\/states\/.*\/(after|on)\/[^/]+$/,
  /^\/machine\/states\/.*\/after\/[^/]+\/\d+\/actions\/\d+$/,
  /^\/machine\/states\/.*\/on\/[^/]+\/\d+\/(actions\/\d+|guard)$/,
  /^\/machine\/states\/.*\/invoke\/input\/(excludes|hides)\/\d+$/,
  /^\/machine\/states\/.*\/entry\/\d+$/,
  /^\/machine\/states\/.*\/meta\/(owner|maxVisits|by|consent|binding)$/,
  /^\/(policy|retention|clocks\/[^/]+|channels\/\d+|publishes\/[^/]+|kpis\/[^/]+)$/,
  /^\/kpis\/[^/]+\/(atLeast|atMost)$/,
  /^\/roles\/[^/]+\/(competence|independent)$/,
  /^\/data\/[^/]+\/visibleTo$/,
  /^\/events\/[^/]+\/by$/,
];
const targets = /^\/machine\/.*\/target$/;

/** Every edit that can be made of a procedure: what may get lost, and each way sent to any other step. */
export function editsOf(definition: Definition): readonly { readonly at: string; readonly to?: string | number }[] {
  const places = [...pointers(definition as unknown as Json, '')];
  const steps = places.filter(({ at }) => /\/id$/.test(at) && at.startsWith('/machine/')).map(({ value }) => `#${String(value)}`);
  return places.flatMap(({ at, value }) => {
    if (targets.test(at) && at.split('/').at(-3) !== 'meta') return steps.filter((step) => step !== value).map((to) => ({ at, to }));
    return losses.some((each) => each.test(at)) ? [{ at }] : [];
  });
}

/** A copy after some edits; nothing where the rules would not look at it at all. */
export function mutant(definition: Definition, edits: ReturnType<typeof editsOf>): Definition | undefined {
  const copy: Json = JSON.parse(JSON.stringify(definition));
  // What comes later in a list goes first, so that the other one is still where it was.
  for (const { at, to } of [...edits].sort((one, other) => other.at.localeCompare(one.at, 'en', { numeric: true })))
    if (!edit(copy, at.split('/').slice(1), to)) return undefined;
  const parsed = parseDefinition(copy);
  return parsed.ok && canBeExplored(compileFindings(parsed.value)) ? parsed.value : undefined;
}

function edit(parent: Json | undefined, [key = '', ...rest]: readonly string[], to: string | number | undefined): boolean {
  if (typeof parent !== 'object' || parent === null) return false;
  const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
  if (rest.length > 0) {
    const inside = Array.isArray(parent) ? parent[Number(name)] : parent[name];
    const done = edit(inside, rest, to);
    // The format knows no empty lists.
    if (done && Array.isArray(inside) && inside.length === 0 && !Array.isArray(parent)) delete parent[name];
    return done;
  }
  if (Array.isArray(parent)) return parent.splice(Number(name), 1).length === 1;
  if (!Object.hasOwn(parent, name)) return false;
  if (to === undefined) delete parent[name];
  else parent[name] = to;
  return true;
}

function* pointers(value: Json, at: string): Iterable<{ readonly at: string; readonly value: Json }> {
  yield { at, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) yield* pointers(inside, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
