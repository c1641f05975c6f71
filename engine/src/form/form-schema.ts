import type { CaseState } from '../case-state.ts';
import type { Compiled, CompiledField, CompiledFormField } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { guarded } from '../step/run-machine.ts';
import { evaluated, localDate, scopeOf } from '../step/scope-of.ts';
import { openWork, type Work } from '../step/work.ts';
import type { Calendars } from '../time/calendar.ts';
import { isAsked } from './check-submission.ts';
import { isEmpty } from './empty-value.ts';

/** A form as it stands for a case: what is asked now, and what it already knows. */
export interface FormNow {
  /** JSON Schema of a submission: the fields that are asked, those required, nothing else. */
  readonly schema: JsonObject;
  /** What the fields start with: saved values, else what the form fills in beforehand. */
  readonly values: JsonObject;
  /** All fields of the form in order, also those not asked at the moment. */
  readonly fields: readonly { readonly field: string; readonly asked: boolean; readonly required: boolean; readonly readOnly: boolean }[];
}

export interface FormAsked {
  readonly form: string;
  /** UTC ISO. */
  readonly at: string;
  readonly calendars: Calendars;
  /** What has been filled in so far: conditions see it over the saved values. */
  readonly submitted?: JsonObject;
  /** `requires` of the offer: fields this outcome needs beyond what the form requires. */
  readonly requires?: readonly string[];
}

/** Conditions of the fields are decided with the case's values and what has been filled in. A condition that fails is `step-failed`. */
export function formNow(compiled: Compiled, state: CaseState, asked: FormAsked): Result<FormNow, Refusal> {
  const work = openWork(compiled, state, { id: '', type: '', at: asked.at }, asked.calendars);
  return guarded(work, () => read(work, asked));
}

function read(work: Work, asked: FormAsked): FormNow {
  const form = work.compiled.forms.get(asked.form);
  const entries = form?.fields ?? [];
  const values: { [field: string]: Json } = {};
  for (const entry of entries) {
    const value = startValue(work, entry);
    if (value !== undefined) values[entry.field.id] = value;
  }
  const seen = { ...values, ...asked.submitted };
  const fields = entries.map((entry) => ({
    field: entry.field.id,
    asked: isAsked(work, entry, seen),
    required: entry.required || (asked.requires?.includes(entry.field.id) ?? false),
    readOnly: entry.readOnly,
  }));
  const present = new Set(fields.filter((entry) => entry.asked).map((entry) => entry.field));
  const schema: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(
      entries.filter(({ field }) => present.has(field.id)).map((entry) => [entry.field.id, propertyOf(entry)]),
    ),
    required: fields.filter((entry) => entry.asked && entry.required && !entry.readOnly).map((entry) => entry.field),
    additionalProperties: false,
  };
  return { schema, values, fields };
}

function startValue(work: Work, entry: CompiledFormField): Json | undefined {
  const saved = own(work.fields, entry.field.id);
  if (!isEmpty(saved) || !entry.prefill) return saved;
  const prefill = fitted(work, entry.field, evaluated(work, entry.prefill(scopeOf(work, { state: '' })), `/data/${entry.field.id}`));
  return isEmpty(prefill) || entry.field.problems(prefill).length > 0 ? undefined : prefill;
}

/** A field for a date takes the day of an instant, where the procedure's calendar is at home. */
function fitted(work: Work, field: CompiledField, value: Json): Json {
  const isInstant = typeof value === 'string' && value.includes('T') && Number.isFinite(Date.parse(value));
  return isInstant && field.definition.schema.format === 'date' ? localDate(work, value) : value;
}

function propertyOf({ field, readOnly }: CompiledFormField): JsonObject {
  const { options } = field.definition;
  const plain = options && field.definition.schema.type !== 'array' && field.definition.schema.enum === undefined;
  return { ...field.definition.schema, ...(plain && { enum: options.map((option) => option.value) }), ...(readOnly && { readOnly: true }) };
}
