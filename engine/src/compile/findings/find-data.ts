import type { Definition, Field } from '../../definition/definition.ts';
import type { Problem, SchemaTool } from '../../definition/finding.ts';
import { pointerTo } from '../../definition/pointer.ts';
import { listed } from '../../feel/compile-table.ts';
import { feelIn } from '../../feel/compile-value.ts';
import { readPattern } from '../../feel/pattern.ts';
import type { Json, JsonObject } from '../../json.ts';
import { problemsOf } from '../compile-fields.ts';
import { own } from '../own.ts';
import { elementProblem, type Fit } from './field-fits.ts';
import { findComparisons } from './find-comparisons.ts';
import { findFormulas } from './find-formulas.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Fields and values: `field-schema`, `pattern`, `default-does-not-fit`, `value-does-not-fit`, `holder-is-no-person`. */
export function* findData(survey: Survey, schemas: SchemaTool): Findings {
  const { definition, actions } = survey;
  const fits = new Map<string, Fit>();
  for (const [id, field] of Object.entries(definition.data)) {
    const before = [...findPatterns(field.schema, ['data', id, 'schema'])];
    yield* before;
    const check = before.length === 0 ? validatorOf(field, schemas) : undefined;
    if (check) fits.set(id, check);
    else if (before.length === 0) yield found('field-schema', `/data/${id}/schema`, {});
  }
  const told = function* (code: string, at: string, field: string, problem: Problem | undefined): Findings {
    if (problem) yield found(code, at, { field, keyword: problem.keyword, ...problem.facts });
  };
  const misfit = function* (code: string, at: string, field: string, value: Json): Findings {
    const check = hasFeel(value) ? undefined : fits.get(field);
    // Null empties a field, whatever its schema says.
    const [problem] = value === null ? [] : (check?.(value) ?? []);
    yield* told(code, at + (problem?.at ?? ''), field, problem);
  };
  for (const [id, field] of Object.entries(definition.data)) {
    if (field.default !== undefined) yield* misfit('default-does-not-fit', `/data/${id}/default`, id, field.default);
    for (const [index, { value }] of (field.options ?? []).entries()) {
      const at = `/data/${id}/options/${index}/value`;
      const check = fits.get(id);
      // An option of a field that holds several values is a value of its elements.
      if (field.schema.type === 'array') yield* told('value-does-not-fit', at, id, check && elementProblem(check, value));
      else yield* misfit('value-does-not-fit', at, id, value);
    }
  }
  for (const { action, at } of actions) {
    if (action.type === 'set')
      for (const [id, value] of Object.entries(action.params)) yield* misfit('value-does-not-fit', `${at}/params/${id}`, id, value);
  }
  for (const [id, { hit, outputs, rows, otherwise }] of Object.entries(definition.decisions ?? {})) {
    // What a cell adds to a list must fit as a list of its own.
    const said = (value: Json | undefined): Json => (hit === 'collect' && value !== null ? listed(value ?? null) : (value ?? null));
    for (const [column, field] of outputs.entries()) {
      for (const [index, row] of rows.entries())
        yield* misfit('value-does-not-fit', `/decisions/${id}/rows/${index}/then/${column}`, field, said(row.then[column]));
      yield* misfit('value-does-not-fit', `/decisions/${id}/otherwise/${column}`, field, said(otherwise[column]));
    }
  }
  yield* findComparisons(survey, fits);
  yield* findFormulas(survey, fits);
  yield* findHolders(definition);
}

const hasFeel = (value: Json): boolean =>
  feelIn(value) !== undefined ||
  (typeof value === 'object' && value !== null && Object.values(value).some((member: Json) => hasFeel(member)));

/** `undefined`: this is no JSON Schema. Compilers of schemas say so by throwing. */
function validatorOf(field: Field, schemas: SchemaTool): Fit | undefined {
  try {
    return problemsOf(field, schemas);
  } catch {
    return undefined;
  }
}

/** Patterns are read in linear-time syntax, here as later: look-around and back-references do not exist in it. */
function* findPatterns(schema: Json, path: readonly string[]): Findings {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    const here = [...path, key];
    const patterns =
      key === 'pattern' && typeof value === 'string' ? [value] : key === 'patternProperties' && isObject(value) ? Object.keys(value) : [];
    for (const pattern of patterns) {
      const read = readPattern(pattern);
      if (!read.ok) yield found('pattern', pointerTo(here), { pattern: pattern.slice(0, 200), because: read.because });
    }
    if (key !== 'enum' && key !== 'const') yield* findPatterns(value, here);
  }
}
const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who holds a role is named by a field that names persons or units. */
function* findHolders(definition: Definition): Findings {
  for (const [id, { heldBy }] of Object.entries(definition.roles)) {
    const field = heldBy === undefined ? undefined : own(definition.data, heldBy);
    if (field && field.holds !== 'person' && field.holds !== 'unit')
      yield found('holder-is-no-person', `/roles/${id}/heldBy`, { field: heldBy ?? '', holds: field.holds ?? null });
  }
}
