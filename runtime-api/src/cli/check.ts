import {
  type Checked,
  check,
  type Failure,
  isOpen,
  type LawPack,
  lawPacks,
  lawRules,
  type Pack,
  packs,
  pointsApart,
} from '@redress/definitions';
import type { Finding, JsonObject, PathStep } from '@redress/engine';
import { toldIn, wordsOfRules } from '../standards/tell-finding.ts';
import { type Titles, titlesIn } from '../standards/titles-in.ts';
import { contractsOf, type DefinitionRead, readDefinitions } from './read-definitions.ts';
import { counted, exitCodes, type Said } from './said.ts';

export interface CheckWish {
  /** Ids of packs, with commas between them; all without it. */
  readonly packs?: string;
  /** Ids of laws whose time limits are checked as well, with commas between them; none without it. */
  readonly law?: string;
  /** What holds, what is vacuous and what needs a person as well. */
  readonly all?: boolean;
}

/** One line of the answer for programs. */
export interface CheckFinding {
  readonly file: string;
  /** Id of the rule; of what keeps a definition from running the code of the compiler's finding. */
  readonly rule: string;
  readonly clause: string | null;
  readonly verdict: Checked['verdict'];
  readonly severity: Checked['severity'];
  readonly holdsAsDrawn?: true;
  readonly element: string;
  readonly message: string;
  readonly facts: JsonObject;
  readonly counterexample: readonly {
    readonly step: string;
    readonly event: string;
    readonly day: number;
    readonly rows: readonly string[];
  }[];
}

/**
 * `check FILE…`: what keeps a definition from running, and what the rules of the standards say of it where its ways are clear. Files checked together know each other before
 * they know the shipped procedures. Code 1 if one cannot run, or a rule that must hold fails or is not decided.
 */
export async function checkFiles(files: readonly string[], { packs: wanted, law, all = false }: CheckWish = {}): Promise<Said> {
  const standards = wanted === undefined ? packs : named(packs, wanted);
  if (!standards) return unknownPack('pack', wanted ?? '', packs);
  const laws = law === undefined ? [] : named(lawPacks, law);
  if (!laws) return unknownPack('law', law ?? '', lawPacks);
  const chosen = [...standards, ...laws.map(lawRules)];
  const reading = await readDefinitions(files);
  if (!reading.ok) return reading.refusal;
  const read = reading.value;
  const contracts = contractsOf(read);
  const checked = read.map(({ explorable }) =>
    explorable ? check({ definition: explorable }, { packs: chosen, contractOf: contracts }) : [],
  );
  const findings = read.flatMap((each, index) => [
    ...each.findings.map((finding) => formatFinding(each.file, finding)),
    ...ruleFindings(each, checked[index] ?? [], all),
  ]);
  const isWrong = findings.some(({ severity, verdict }) => severity === 'must' && isOpen(verdict));
  return {
    code: isWrong ? exitCodes.found : exitCodes.done,
    lines: [
      ...read.flatMap((each, index) =>
        told(
          each,
          checked[index] ?? [],
          findings.filter(({ file }) => file === each.file),
          chosen,
        ),
      ),
      ...unverified(laws),
    ],
    facts: findings,
  };
}

/** Those of the wished names; nothing if one of them is not there. */
function named<Kind extends { readonly id: string }>(there: readonly Kind[], wanted: string): readonly Kind[] | undefined {
  const names = wanted.split(',').map((name) => name.trim());
  const found = names.flatMap((name) => there.find(({ id }) => id === name) ?? []);
  return found.length === names.length ? found : undefined;
}

const unknownPack = (what: 'pack' | 'law', wanted: string, there: readonly { readonly id: string }[]): Said => ({
  code: exitCodes.wrongUse,
  lines: [`No such ${what} in "${wanted}". There are: ${there.map(({ id }) => id).join(', ')}`],
  facts: { problem: `unknown-${what}`, wanted, known: there.map(({ id }) => id) },
});

/** Whoever reads the answer has to know that no lawyer stands behind it. */
const unverified = (laws: readonly LawPack[]): readonly string[] =>
  laws.flatMap(({ id, validFrom, verifiedBy }) =>
    verifiedBy === undefined
      ? [
          `Law ${id} (${validFrom === undefined ? 'since when is not known' : `from ${validFrom}`}) is unverified: no lawyer has checked it, and it is no legal advice.`,
        ]
      : [],
  );

const formatFinding = (file: string, { code, severity, at, facts }: Finding): CheckFinding => ({
  file,
  rule: code,
  clause: null,
  verdict: 'fails',
  severity: severity === 'error' ? 'must' : 'advice',
  element: at === '' ? '/' : at,
  message: foundAt(code, at, facts),
  facts,
  counterexample: [],
});

/** Where in the file it is, and all that is known of it. */
const foundAt = (code: string, at: string, facts: JsonObject): string => `${code} at ${at === '' ? '/' : at} ${JSON.stringify(facts)}`;

function ruleFindings({ file, explorable }: DefinitionRead, checked: readonly Checked[], all: boolean): readonly CheckFinding[] {
  const titles: Titles = explorable ? titlesIn(explorable, (text) => text?.en ?? Object.values(text ?? {})[0] ?? '') : () => undefined;
  return checked
    .filter(({ verdict }) => all || isOpen(verdict))
    .flatMap((each): readonly CheckFinding[] => {
      const words = wordsOfRules.get(each.rule);
      const { rule, clause = null, verdict, severity, holdsAsDrawn } = each;
      const base = { file, rule, clause, verdict, severity, ...(holdsAsDrawn && { holdsAsDrawn }) };
      const bound: JsonObject = each.bound === undefined ? {} : { bound: each.bound };
      if (each.failures.length === 0) {
        const message =
          each.verdict === 'not-decided'
            ? `Not decided: ${each.bound ?? ''}. ${words?.requirement.en ?? ''}`
            : (words?.requirement.en ?? '');
        return [{ ...base, element: each.proof[0] ?? '', message: message.trim(), facts: bound, counterexample: [] }];
      }
      return each.failures.map((failure) => ({ ...base, ...failed(failure, words?.message.en ?? '', titles) }));
    });
}

const failed = (
  failure: Failure,
  message: string,
  titles: Titles,
): Pick<CheckFinding, 'element' | 'message' | 'facts' | 'counterexample'> => ({
  element: failure.element,
  message: toldIn(message, failure.facts, titles),
  facts: failure.facts,
  counterexample: failure.path.map(({ step, event, day, rows }: PathStep) => ({ step, event, day, rows })),
});

function told(
  { file, compiled, explorable, findings }: DefinitionRead,
  checked: readonly Checked[],
  found: readonly CheckFinding[],
  chosen: readonly Pack[],
): readonly string[] {
  const counts = (['error', 'warning'] as const).flatMap((kind) => {
    const count = findings.filter(({ severity }) => severity === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  const runs = `${file} ${compiled ? 'can' : 'cannot'} run${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`;
  return [
    ...findings.map(({ code, severity, at, facts }) => `${severity.padEnd(11)} ${foundAt(code, at, facts)}`),
    ...found.slice(findings.length).flatMap(linesOf),
    runs,
    ...(explorable ? summary(checked, chosen) : []),
  ];
}

const linesOf = ({ rule, verdict, severity, holdsAsDrawn, message, counterexample, clause }: CheckFinding): readonly string[] => [
  `${verdict.padEnd(11)} ${severity.padEnd(6)} ${rule}${clause === null ? '' : ` (${clause})`}: ${message}`,
  ...(holdsAsDrawn ? ['              A must, which holds as it is drawn: it breaks only where something goes wrong on the way.'] : []),
  ...counterexample.map(({ step, event, day }) => `              day ${day}: ${event} → ${step}`),
];

/** Never "compliant": what was looked at, by which rules. */
function summary(checked: readonly Checked[], chosen: readonly Pack[]): readonly string[] {
  const count = (which: Checked['verdict']): number => checked.filter(({ verdict }) => verdict === which).length;
  const { holding, checkable, laws } = pointsApart(checked);
  const lawful = laws ? `; laws, not verified by a lawyer: ${laws.holding} of ${laws.checkable}` : '';
  const others = [`${count('needs-person')} need a person`, `${count('vacuous')} do not occur`];
  return [
    `Guidance implemented: ${holding} of ${checkable} checkable points (${others.join(', ')})${lawful}; rule packs ${chosen.map(({ id, version }) => `${id} ${version}`).join(', ')}.`,
  ];
}
