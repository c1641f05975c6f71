import { type Compiled, compile, type Definition, type Finding, type SchemaTool } from '@redress/engine';
import { schemas } from '../../tools/schema-tool.ts';

const known = new Map<string, ReturnType<SchemaTool>>();
/** The same few schemas again and again: compiled once. */
const rememberedSchemas: SchemaTool = (schema) => {
  const text = JSON.stringify(schema);
  const check = known.get(text) ?? schemas(schema);
  known.set(text, check);
  return check;
};

/** Takes out of a random definition what the compiler refuses, row by row, until it runs. Nothing, if that does not help. */
export function mended(given: Definition): Compiled | undefined {
  let definition = given;
  for (let attempt = 0; attempt < 12; attempt++) {
    const { machine, findings } = compile(definition, { schemas: rememberedSchemas });
    if (machine) return machine;
    const next = withoutFaults(
      definition,
      findings.filter(({ severity }) => severity === 'error'),
    );
    if (!next) return undefined;
    definition = next;
  }
  return undefined;
}

const otherwise = { actions: [{ type: 'letter', params: { letter: 'one' } }] };

const rowPlace = /^(.*\/(?:always|onDone|onError|(?:on|after)\/[^/]+))(?:\/(\d+))?(?:\/|$)/;

function withoutFaults(definition: Definition, findings: readonly Finding[]): Definition | undefined {
  const copy: Definition = JSON.parse(JSON.stringify(definition));
  const faults = new Map<string, { rows: Set<number>; needsOtherwise: boolean; isWhole: boolean }>();
  for (const { code, at } of findings) {
    const [, list, row] = rowPlace.exec(at) ?? [];
    if (list === undefined) return undefined;
    const fault = faults.get(list) ?? { rows: new Set(), needsOtherwise: false, isWhole: false };
    faults.set(list, fault);
    if (row !== undefined) fault.rows.add(Number(row));
    else if (code === 'no-otherwise') fault.needsOtherwise = true;
    else fault.isWhole = true;
  }
  for (const [at, { rows, needsOtherwise, isWhole }] of faults) {
    const list = memberOf(copy, at);
    if (!Array.isArray(list)) return undefined;
    if (isWhole) list.length = 0;
    for (const row of [...rows].sort((one, other) => other - one)) list.splice(row, 1);
    const falls = /\/(onDone|onError|after\/[^/]+)$/.test(at);
    if (falls && (needsOtherwise || list.length === 0)) list.push(otherwise);
    else if (needsOtherwise || list.length === 0) drop(copy, at);
  }
  return copy;
}

const keysOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);
const memberOf = (value: unknown, pointer: string): unknown =>
  keysOf(pointer).reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
function drop(value: object, pointer: string): void {
  const parent = memberOf(value, pointer.slice(0, pointer.lastIndexOf('/')));
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, pointer.slice(pointer.lastIndexOf('/') + 1));
}
