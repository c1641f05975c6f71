import { type Finding, type Json, type JsonObject, nearestName, type Rehearsal, type RehearsalProblem } from '@redress/engine';

type Line = Rehearsal['journal'][number];
/** What is told of a problem of a script, a scenario or a rehearsal. */
interface Told {
  readonly code: string;
  /** Points into the script. */
  readonly at: string;
  readonly facts: JsonObject;
  readonly refusal?: object & { readonly code: string };
  readonly findings?: readonly Finding[];
}

/** The story as it was played: what happened when, and which letters went out. */
export function storyLines({ journal, letters, cases }: Pick<Rehearsal, 'journal' | 'letters' | 'cases'>): readonly string[] {
  const of = (caseId: string) => (cases.length > 1 ? `${caseId}: ` : '');
  return [
    ...journal.map((line) => `${minute(line.at)}  ${of(line.caseId)}${happened(line)}${moved(line)}`),
    ...(letters.length > 0 ? ['Letters:'] : []),
    ...letters.map(({ at, caseId, letter, to, became }) => `${minute(at)}  ${of(caseId)}${letter} to ${to}, ${became}`),
  ];
}

const minute = (at: string): string => `${at.slice(0, 16)}Z`;

function happened({ event, timer, by, process }: Line): string {
  if (event === 'case.begin') return `${process} begins${actor(by)}`;
  return timer === undefined ? `${event}${actor(by)}` : `${timer} comes due`;
}

const actor = (by: Line['by']): string =>
  by?.person === undefined ? '' : ` by ${by.person}${by.roles.length > 0 ? ` (${by.roles.join(', ')})` : ''}`;

function moved({ taken, steps, ends }: Line): string {
  const ways = taken.filter(({ to }) => to.length > 0).map(({ from, to }) => `${from === '' ? '' : `${from} → `}${to.join(', ')}`);
  return `${ways.length > 0 ? `: ${ways.join('; ')}` : ` (in ${steps.join(', ')})`}${ends ? ', the end' : ''}`;
}

/** What did not go as written, where, and why; under it what keeps a procedure from running. */
export function problemLines({ code, at, facts, refusal, findings = [] }: Told): readonly string[] {
  const because = refusal ?? (isObject(facts.because) ? { code: String(facts.refused), ...facts.because } : undefined);
  const text = Object.hasOwn(texts, code) ? texts[code as Code] : JSON.stringify;
  return [
    `${code} at ${at === '' ? '/' : at}: ${text(facts)}`,
    ...(because === undefined ? [] : refusalLines(because)),
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => `  ${finding.code} at ${finding.at} ${JSON.stringify(finding.facts)}`),
  ];
}

type Code = RehearsalProblem['code'] | 'other-process' | `script-${'missing' | 'unknown' | 'type' | 'person' | 'step'}`;
const texts: Readonly<Record<Code, (facts: JsonObject) => string>> = {
  'not-as-expected': ({ what, expected, found }) => `${what}: expected ${listed(expected)}, found ${listed(found)}`,
  refused: ({ event }) => `${event} was refused`,
  'not-refused': ({ event, expected }) => `${event} was taken, and should have been refused as ${expected}`,
  'refused-otherwise': ({ event, expected }) => `${event} was refused otherwise${expected === undefined ? '' : ` than as ${expected}`}`,
  'case-not-begun': ({ process }) => `no case of ${process} can begin with these answers`,
  'does-not-compile': ({ process }) => `${process} does not run. Try: redress check with its file`,
  'unknown-process': ({ process, known }) => `no procedure ${process}; known: ${listed(known)}`,
  'other-process': ({ process }) => `no case of ${process} comes in it`,
  'no-such-case': (facts) => `no case of ${facts.in} at this point`,
  'no-such-task': ({ step, open }) => `no open task of ${step}; open: ${listed(open)}`,
  'no-such-timer': ({ timer, armed }) => `${timer} does not run; running: ${listed(armed)}`,
  'no-such-letter': ({ letter }) => `no letter ${listed(letter)} waits to be posted`,
  'no-such-wait': ({ step }) => `${step} waits for nothing`,
  'bad-wait': ({ problem, ...facts }) => `it cannot wait so long: ${problem} ${JSON.stringify(facts)}`,
  'clock-goes-back': ({ now, until }) => `it is ${now} already; ${until} has passed`,
  incident: ({ event, timer }) => `the procedure itself fails at ${event ?? timer}`,
  'message-not-taken': ({ kind }) => `a message between cases was not taken: ${kind}`,
  endless: ({ events }) => `it never comes to rest: ${events} events`,
  'script-missing': () => 'is missing',
  'script-type': ({ expected }) => `should be: ${expected}`,
  'script-unknown': ({ key, known }) => {
    const names = Array.isArray(known) ? known.map(String) : [];
    const meant = nearestName(String(key), names);
    return `${key} is not known. ${meant === undefined ? '' : `Did you mean ${meant}? `}Known: ${listed(names)}`;
  },
  'script-person': ({ person, known }) => `nobody called ${person} in "people"; known: ${listed(known)}`,
  'script-step': ({ asked, known }) =>
    `${listed(asked) === 'nothing' ? 'does nothing known' : `does more than one thing: ${listed(asked)}`}; one of: ${listed(known)}`,
};

function refusalLines({ code, ...about }: object & { readonly code: string }): readonly string[] {
  const facts = about as JsonObject;
  switch (code) {
    case 'form-invalid':
      return (Array.isArray(facts.problems) ? facts.problems : []).map((problem) => `  because ${fieldProblem(problem)}`);
    case 'not-permitted':
      return [`  because that is for ${listed(facts.allowed)}`];
    case 'excluded':
      return [`  because ${facts.person} had the role ${facts.role}, which may not do ${facts.task}`];
    case 'task-claimed':
      return [`  because ${facts.by} has claimed ${facts.task}`];
    case 'event-not-accepted':
      return [`  because ${acceptance[String(facts.because)] ?? 'it is not accepted'}; accepted here: ${listed(facts.accepted)}`];
    case 'case-ended':
      return [`  because the case has ended${facts.outcome === undefined ? '' : `: ${facts.outcome}`}`];
    default:
      return [`  because ${code} ${JSON.stringify(facts)}`];
  }
}

const acceptance: { readonly [because: string]: string } = {
  unknown: 'the procedure knows no such event',
  state: 'nothing listens to it here',
  condition: 'its condition does not hold',
};

/** `field severity: required {"field":"severity"}`, of one answer of a form. */
export function fieldProblem(problem: unknown): string {
  if (!isObject(problem) || typeof problem.at !== 'string') return JSON.stringify(problem);
  return `field ${problem.at.slice(1)}: ${String(problem.keyword)} ${JSON.stringify(problem.facts ?? {})}`;
}

function listed(value: Json | undefined): string {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return all.length === 0 ? 'nothing' : all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ');
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
