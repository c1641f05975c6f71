import {
  acceptedEvents,
  type Calendars,
  type CaseState,
  type Compiled,
  compile,
  type Definition,
  type Finding,
  formNow,
  type Gate,
  gateOf,
  type JsonObject,
  type Offer,
  parseDefinition,
  parseScript,
  playScenarios,
  type Rehearsal,
  Rehearsing,
  readScenarios,
  type SchemaTool,
  type Script,
} from '@redress/engine';

/** A story played from its beginning; what one could do at its end, and where each of its steps led. */
export type Trial =
  | { readonly ok: false; readonly findings: readonly Finding[] }
  | {
      readonly ok: true;
      readonly rehearsal: Rehearsal;
      /** After the start and after each step of the script. */
      readonly moments: readonly Moment[];
      readonly offers: readonly TrialOffer[];
      /** What stands in a form before anybody fills it in: by case and form. */
      readonly filled: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
    };
export interface Moment {
  readonly at: string;
  /** How many lines of the journal, letters and problems there were by then. */
  readonly lines: number;
  readonly letters: number;
  readonly problems: number;
}
export interface TrialOffer extends Offer {
  readonly person: string;
  readonly caseId: string;
  readonly process: string;
}

export interface StoryAsked {
  readonly kind: 'story';
  /** What is drawn first, then the procedures that it starts. Definitions as JSON. */
  readonly definitions: readonly unknown[];
  readonly calendars: Calendars;
  readonly script: Script;
  readonly running?: CaseState;
}

/** Every scenario played, and what they reach of the outcomes and deadlines; nothing for a draft that cannot run. */
export interface GateAsked {
  readonly kind: 'gate';
  readonly definitions: readonly unknown[];
  readonly calendars: Calendars;
  readonly scenarios: unknown;
}
export interface Tried {
  readonly gate: Gate | undefined;
}

export const tryScenarios = (schemas: SchemaTool) => {
  const read = readOnce();
  return ({ definitions, calendars, scenarios: json }: GateAsked): Tried => {
    const [drawn, ...others] = definitions.map(read);
    if (!drawn?.ok || !compile(drawn.definition, { schemas }).machine) return { gate: undefined };
    const known = [drawn, ...others].flatMap((one) => (one.ok ? [one.definition] : []));
    const scenarios = readScenarios(json);
    const played = playScenarios({ definitions: known, calendars, tools: { schemas } }, scenarios);
    return { gate: gateOf(drawn.definition, { played, gaps: scenarios.gaps }) };
  };
};

export const playTrial = (schemas: SchemaTool) => {
  const read = readOnce();
  return ({ definitions, calendars, script, running }: Omit<StoryAsked, 'kind'>): Trial => {
    const [drawn, ...others] = definitions.map(read);
    if (!drawn?.ok) return { ok: false, findings: drawn?.findings ?? [] };
    const { machine, findings } = compile(drawn.definition, { schemas });
    if (!machine) return { ok: false, findings };
    const asked = parseScript(script);
    if (!asked.ok) return { ok: false, findings: [] };
    const known = [drawn, ...others].flatMap((one) => (one.ok ? [one.definition] : []));
    const { steps, ...beginning } = script;
    const rehearsing = new Rehearsing({ definitions: known, calendars, tools: { schemas }, ...(running ? { running } : {}) }, beginning);
    const moments = [momentOf(rehearsing)];
    for (const step of steps) {
      rehearsing.play(step);
      moments.push(momentOf(rehearsing));
    }
    const offers = offersIn(rehearsing, calendars, script);
    return { ok: true, rehearsal: rehearsing.result(), moments, offers, filled: filledIn(rehearsing, calendars, offers) };
  };
};

function momentOf(rehearsing: Rehearsing): Moment {
  const { journal, letters, problems } = rehearsing.result();
  return { at: rehearsing.now, lines: journal.length, letters: letters.length, problems: problems.length };
}

/** What each person of the story could do now, in each open case. */
function offersIn(rehearsing: Rehearsing, calendars: Calendars, { people }: Script): readonly TrialOffer[] {
  return rehearsing.cases.flatMap(({ caseId, process, state, status }) => {
    const compiled = status === 'active' ? rehearsing.compiled(process) : undefined;
    if (!compiled) return [];
    return Object.entries(people).flatMap(([person, roles]) =>
      acceptedEvents(compiled, state, { person, roles: rolesIn(roles, process) }, calendars).map((offer) => ({
        ...offer,
        person,
        caseId,
        process,
      })),
    );
  });
}

function filledIn(rehearsing: Rehearsing, calendars: Calendars, offers: readonly TrialOffer[]): Extract<Trial, { ok: true }>['filled'] {
  return Object.fromEntries(
    rehearsing.cases.map(({ caseId, process, state }) => {
      const compiled: Compiled | undefined = rehearsing.compiled(process);
      const forms = new Set(offers.flatMap((offer) => (offer.caseId === caseId && offer.form !== undefined ? [offer.form] : [])));
      const values = [...forms].flatMap((form) => {
        const now = compiled && formNow(compiled, state, { form, at: rehearsing.now, calendars });
        return now?.ok ? [[form, now.value.values] as const] : [];
      });
      return [caseId, Object.fromEntries(values)];
    }),
  );
}

/** `handler` is held everywhere, `escalation:reviewer` in one procedure. */
export const rolesIn = (roles: readonly string[], process: string): readonly string[] =>
  roles.flatMap((role) => {
    const [place, inPlace] = role.split(':');
    if (inPlace === undefined) return [role];
    return place === process ? [inPlace] : [];
  });

type Read = { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly findings: readonly Finding[] };

/** The engine keeps what it compiled by the object: the same text is the same object. */
function readOnce(): (json: unknown) => Read {
  const known = new Map<string, Read>();
  return (json) => {
    const text = JSON.stringify(json);
    const found = known.get(text);
    if (found) return found;
    const parsed = parseDefinition(json);
    const read: Read = parsed.ok ? { ok: true, definition: parsed.value } : { ok: false, findings: parsed.refusal };
    if (known.size > 12) known.clear();
    known.set(text, read);
    return read;
  };
}
