import type { Decision, Definition } from '../../definition/definition.ts';
import { pointerTo } from '../../definition/pointer.ts';
import { compileFeel, namesIn } from '../../feel/compile-feel.ts';
import { compileUnaryTests } from '../../feel/compile-unary-tests.ts';
import { feelIn } from '../../feel/compile-value.ts';
import type { FeelProblem } from '../../feel/feel-problem.ts';
import { lengthMax } from '../../feel/syntax-tree.ts';
import type { Json, JsonObject } from '../../json.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Characters of FEEL in one definition, the same text counted once: reading a hostile one costs up to 0.1 ms a character. */
export const feelMax = 20_000;

interface FeelText {
  readonly text: string;
  readonly at: string;
  readonly as: 'feel' | 'unary-test';
}

/** FEEL that is wrong (`feel`), cells of tables that are (`unary-test`), too many of them (`limit`). */
export function* findFeel(survey: Survey): Findings {
  const names = namesIn(survey.definition);
  const read = new Map<string, readonly FeelProblem[]>();
  let length = 0;
  for (const { text, at, as } of feelTexts(survey)) {
    const key = `${as} ${text}`;
    let problems = read.get(key);
    if (!problems) {
      length += Math.min(text.length, lengthMax); // Longer ones are refused unread.
      if (length > feelMax) return yield found('limit', at, { limit: 'feel-text', actual: length, most: feelMax });
      const compiled = as === 'feel' ? compileFeel(text, names) : compileUnaryTests(text, names);
      problems = compiled.ok ? [] : compiled.problems;
      read.set(key, problems);
    }
    for (const { problem, from, to, facts } of problems) yield found(as, at, { problem, from, to, ...facts });
  }
  for (const [id, decision] of Object.entries(survey.definition.decisions ?? {})) yield* findMiscounted(decision, `/decisions/${id}`);
}

/** One test for each input, one value for each output. */
function* findMiscounted({ inputs, outputs, rows, otherwise }: Decision, at: string): Findings {
  const miscounted = (place: string, actual: number, expected: number): Findings =>
    counted(found('unary-test', place, { problem: 'count', expected, actual }), actual === expected);
  for (const [index, row] of rows.entries()) {
    yield* miscounted(`${at}/rows/${index}/when`, row.when.length, inputs.length);
    yield* miscounted(`${at}/rows/${index}/then`, row.then.length, outputs.length);
  }
  yield* miscounted(`${at}/otherwise`, otherwise.length, outputs.length);
}
function* counted(finding: ReturnType<typeof found>, right: boolean): Findings {
  if (!right) yield finding;
}

function* feelTexts({ definition, places, actions, conditions }: Survey): Generator<FeelText> {
  for (const { condition, at } of conditions) {
    if ('feel' in condition) yield { text: condition.feel, at: `${at}/feel`, as: 'feel' };
    if ('field' in condition) yield* inValue(condition.value, `${at}/value`);
  }
  for (const [id, form] of Object.entries(definition.forms)) {
    for (const [section, { fields }] of form.sections.entries()) {
      for (const [index, { prefill }] of fields.entries()) {
        if (prefill !== undefined) yield { text: prefill, at: `/forms/${id}/sections/${section}/fields/${index}/prefill`, as: 'feel' };
      }
    }
  }
  for (const [id, field] of Object.entries(definition.data)) yield* inValue(field.default, `/data/${id}/default`);
  for (const [id, delay] of Object.entries(definition.delays)) {
    for (const [key, value] of Object.entries(delay)) if (typeof value === 'string') yield* inValue(value, `/delays/${id}/${key}`);
  }
  yield* inDecisions(definition);
  for (const { at, definition: state } of places) {
    const { invoke } = state;
    if (invoke?.src === 'task') yield* inValue(invoke.input.priority, `${at}/invoke/input/priority`);
    if (invoke?.src === 'service') yield* inMembers(invoke.input.with, `${at}/invoke/input/with`);
    if (invoke?.src === 'case') yield* inMembers(invoke.input.data, `${at}/invoke/input/data`);
  }
  for (const { action, at } of actions) {
    if (action.type === 'set') yield* inMembers(action.params, `${at}/params`);
    if (action.type === 'send') yield* inValue(action.params.to, `${at}/params/to`);
    if (action.type === 'send' || action.type === 'start') yield* inMembers(action.params.data, `${at}/params/data`);
    if (action.type === 'call') yield* inMembers(action.params.with, `${at}/params/with`);
  }
}

function* inDecisions(definition: Definition): Generator<FeelText> {
  for (const [id, decision] of Object.entries(definition.decisions ?? {})) {
    const at = `/decisions/${id}`;
    for (const [index, input] of decision.inputs.entries())
      if ('feel' in input) yield { text: input.feel, at: `${at}/inputs/${index}/feel`, as: 'feel' };
    for (const [index, row] of decision.rows.entries()) {
      for (const [column, test] of row.when.entries()) yield { text: test, at: `${at}/rows/${index}/when/${column}`, as: 'unary-test' };
      yield* inValue(row.then, `${at}/rows/${index}/then`);
    }
    yield* inValue(decision.otherwise, `${at}/otherwise`);
  }
}

function* inMembers(values: JsonObject | undefined, at: string): Generator<FeelText> {
  if (values) yield* inValue(values, at);
}
function* inValue(value: Json | undefined, at: string): Generator<FeelText> {
  const text = feelIn(value);
  if (text !== undefined) yield { text, at, as: 'feel' };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* inValue(member, at + pointerTo([key]));
  }
}
