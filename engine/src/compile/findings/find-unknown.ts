import type { Definition } from '../../definition/definition.ts';
import type { Json } from '../../json.ts';
import { type Findings, found, unknown } from './found.ts';
import type { Survey } from './survey.ts';

type Kind = 'step' | 'event' | 'role' | 'field' | 'form' | 'letter' | 'delay' | 'clock' | 'decision' | 'service';
interface Reference {
  readonly kind: Kind;
  readonly name: string;
  readonly at: string;
}

/** References that lead nowhere: `unknown-step`, `-event`, `-role`, `-field`, `-form`, `-letter`, `-delay`, `-clock`, `-decision`, `-service`. */
export function* findUnknown(survey: Survey): Findings {
  const known = namesOf(survey);
  for (const { kind, name, at } of references(survey)) {
    const names = known[kind];
    if (!names.has(name)) yield unknown(`unknown-${kind}`, at, name, names);
  }
  for (const { id, at, children, definition: state } of survey.places) {
    if (state.initial !== undefined && !children.includes(state.initial))
      yield unknown('unknown-step', `${at}/initial`, state.initial, children);
    const target = state.type === 'history' ? survey.states.get(state.target?.slice(1) ?? '') : undefined;
    const stage = survey.states.get(id)?.around[0];
    const isStepOfStage = target?.kind !== 'history' && (stage === undefined || target?.around.includes(stage));
    if (target && !isStepOfStage) yield found('unknown-step', `${at}/target`, { name: target.id, outside: stage ?? '' });
  }
  const { home } = survey.definition;
  const kind = survey.states.get(home ?? '')?.kind;
  // Nobody rests in a history, and from an end no round begins.
  if (home !== undefined && (kind === 'history' || kind === 'final')) yield found('unknown-step', '/home', { name: home });
  const { initial, states } = survey.definition.machine;
  if (initial !== undefined && !Object.hasOwn(states, initial))
    yield unknown('unknown-step', '/machine/initial', initial, Object.keys(states));
}

function namesOf({ definition, states }: Survey): Readonly<Record<Kind, ReadonlySet<string>>> {
  const names = (named: { readonly [id: string]: unknown } | undefined): ReadonlySet<string> => new Set(Object.keys(named ?? {}));
  return {
    step: new Set(states.keys()),
    event: names(definition.events),
    role: names(definition.roles),
    field: names(definition.data),
    form: names(definition.forms),
    letter: names(definition.letters),
    delay: names(definition.delays),
    clock: names(definition.clocks),
    decision: names(definition.decisions),
    service: names(definition.services),
  };
}

function* references(survey: Survey): Generator<Reference> {
  yield* inWords(survey.definition);
  yield* inStates(survey);
  yield* inRows(survey);
  yield* inActions(survey);
  for (const { condition, at } of survey.conditions) {
    if ('field' in condition) yield { kind: 'field', name: condition.field, at: `${at}/field` };
    if ('field' in condition && condition.as !== undefined) yield { kind: 'field', name: condition.as, at: `${at}/as` };
    if ('in' in condition) yield { kind: 'step', name: condition.in, at: `${at}/in` };
  }
}

function* all(kind: Kind, names: readonly string[] | undefined, at: string): Generator<Reference> {
  for (const [index, name] of (names ?? []).entries()) yield { kind, name, at: `${at}/${index}` };
}
/** Roles that send: `system` stands for services and is no role. */
function* senders(names: readonly string[] | undefined, at: string): Generator<Reference> {
  for (const reference of all('role', names, at)) if (reference.name !== 'system') yield reference;
}
function* one(kind: Kind, name: string | undefined, at: string): Generator<Reference> {
  if (name !== undefined) yield { kind, name, at };
}
const keys = (kind: Kind, values: { readonly [name: string]: Json } | undefined, at: string): readonly Reference[] =>
  Object.keys(values ?? {}).map((name) => ({ kind, name, at: `${at}/${name}` }));

/** What stands beside the machine. */
function* inWords(definition: Definition): Generator<Reference> {
  const { start } = definition;
  if (start) yield { kind: 'form', name: start.form, at: '/start/form' };
  yield* senders(start?.by, '/start/by');
  yield* one('step', definition.home, '/home');
  yield* all('field', definition.returns, '/returns');
  for (const [id, role] of Object.entries(definition.roles)) {
    yield* one('field', role.addressedBy, `/roles/${id}/addressedBy`);
    yield* one('field', role.heldBy, `/roles/${id}/heldBy`);
  }
  for (const [id, field] of Object.entries(definition.data)) yield* all('role', field.visibleTo, `/data/${id}/visibleTo`);
  for (const [id, form] of Object.entries(definition.forms)) {
    for (const [section, { fields }] of form.sections.entries()) {
      for (const [index, { field }] of fields.entries())
        yield { kind: 'field', name: field, at: `/forms/${id}/sections/${section}/fields/${index}/field` };
    }
  }
  for (const [id, event] of Object.entries(definition.events)) {
    yield* senders(event.by, `/events/${id}/by`);
    yield* one('form', event.form, `/events/${id}/form`);
  }
  for (const [id, delay] of Object.entries(definition.delays)) yield* one('clock', delay.remaining, `/delays/${id}/remaining`);
  for (const [id, clock] of Object.entries(definition.clocks)) {
    yield { kind: 'delay', name: clock.limit, at: `/clocks/${id}/limit` };
    yield* one('delay', clock.extension?.limit, `/clocks/${id}/extension/limit`);
    yield* one('letter', clock.extension?.letter, `/clocks/${id}/extension/letter`);
  }
  for (const [id, letter] of Object.entries(definition.letters)) {
    yield* senders(letter.to, `/letters/${id}/to`);
    yield* one('role', letter.owner, `/letters/${id}/owner`);
  }
  for (const [id, decision] of Object.entries(definition.decisions ?? {})) {
    for (const [index, input] of decision.inputs.entries())
      if ('field' in input) yield { kind: 'field', name: input.field, at: `/decisions/${id}/inputs/${index}/field` };
    yield* all('field', decision.outputs, `/decisions/${id}/outputs`);
  }
  for (const [id, service] of Object.entries(definition.services ?? {})) {
    yield* one('role', service.contact, `/services/${id}/contact`);
    yield* one('delay', service.timeout, `/services/${id}/timeout`);
    yield* one('delay', service.retry?.wait, `/services/${id}/retry/wait`);
    yield* all('field', service.discloses, `/services/${id}/discloses`);
  }
}

function* inStates({ places }: Survey): Generator<Reference> {
  for (const { at, definition: state } of places) {
    yield* one('step', state.target?.slice(1), `${at}/target`);
    yield* one('role', state.meta?.owner, `${at}/meta/owner`);
    yield* one('delay', state.meta?.target, `${at}/meta/target`);
    const { invoke } = state;
    const input = `${at}/invoke/input`;
    if (invoke?.src === 'task') {
      yield { kind: 'role', name: invoke.input.role, at: `${input}/role` };
      yield* one('form', invoke.input.form, `${input}/form`);
      yield* all('role', invoke.input.excludes, `${input}/excludes`);
      yield* one('step', invoke.input.assign?.step, `${input}/assign/step`);
      yield* one('field', invoke.input.assign?.field, `${input}/assign/field`);
      yield* all('field', invoke.input.assign?.matches, `${input}/assign/matches`);
    }
    if (invoke?.src === 'letter') {
      yield { kind: 'letter', name: invoke.input.letter, at: `${input}/letter` };
      yield* senders(invoke.input.to, `${input}/to`);
    }
    if (invoke?.src === 'service') yield { kind: 'service', name: invoke.input.service, at: `${input}/service` };
    if (invoke?.src === 'case') yield* all('role', invoke.input.excludes, `${input}/excludes`);
  }
}

function* inRows({ lists }: Survey): Generator<Reference> {
  for (const { via, name, rows, at } of lists) {
    const clock = /^clock\.(\w+)\.\w+$/.exec(name)?.[1];
    if (via === 'on') yield clock === undefined ? { kind: 'event', name, at } : { kind: 'clock', name: clock, at };
    if (via === 'after') yield { kind: 'delay', name, at };
    for (const [index, row] of rows.entries()) {
      yield* one('step', row.target?.slice(1), `${at}/${index}/target`);
      yield* senders(row.meta?.by, `${at}/${index}/meta/by`);
      yield* all('field', row.meta?.requires, `${at}/${index}/meta/requires`);
    }
  }
}

function* inActions({ actions }: Survey): Generator<Reference> {
  for (const { action, at } of actions) {
    const params = `${at}/params`;
    if (action.type === 'letter') {
      yield { kind: 'letter', name: action.params.letter, at: `${params}/letter` };
      yield* senders(action.params.to, `${params}/to`);
    }
    if (action.type === 'set') yield* keys('field', action.params, params);
    if (action.type === 'decide') yield { kind: 'decision', name: action.params.decision, at: `${params}/decision` };
    if (action.type === 'reassign') yield { kind: 'role', name: action.params.to, at: `${params}/to` };
    if (action.type === 'clock') yield { kind: 'clock', name: action.params.clock, at: `${params}/clock` };
    if (action.type === 'call') yield { kind: 'service', name: action.params.service, at: `${params}/service` };
  }
}
