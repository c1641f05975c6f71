import { countPoints, pointsApart } from '@redress/definitions';
import { type Definition, parseDefinition } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { canonicalText } from '../canonical-text.ts';
import { definitionHash } from '../definitions/definition-hash.ts';
import { sha256 as hashOf } from '../event-id.ts';
import { shapeCheck } from '../http/shape-check.ts';
import { chainFaults } from '../store/chain-faults.ts';
import type { JournalLine } from '../store/models/journal.ts';
import { storedJson } from '../stored-json.ts';
import type { BundleFile } from './archive.ts';
import type { BundleFault } from './bundle-fault.ts';
import { areFindings, type FindingsInBundle, findingsFaults, findingsFile } from './check-findings.ts';
import { measureFaults } from './check-measures.ts';
import { textOf } from './check-seal.ts';
import { Attested, EnclosedLine, evidenceFolder, type Manifest, OperationInBundle, Verdicts } from './manifest.ts';
import { verdictInOperation } from './operation.ts';

/** What can be read of a bundle, and what in it does not fit together. */
export interface Contents {
  readonly definition?: Definition;
  readonly started: readonly Definition[];
  readonly verdicts?: Verdicts;
  /** Bundles of old have none. */
  readonly operation?: OperationInBundle;
  /** Only where some were kept with the version. */
  readonly findings?: FindingsInBundle;
  readonly faults: readonly BundleFault[];
}

type Files = ReadonlyMap<string, Uint8Array>;

const wrongWithVerdicts = shapeCheck(Verdicts);
const wrongWithAttested = shapeCheck(Attested);
const isAttested = (read: unknown): read is Static<typeof Attested> => wrongWithAttested(read).length === 0;
const wrongWithLine = shapeCheck(EnclosedLine);
const wrongWithOperation = shapeCheck(OperationInBundle);
const isOperation = (read: unknown): read is OperationInBundle => wrongWithOperation(read).length === 0;
const isVerdicts = (read: unknown): read is Verdicts => wrongWithVerdicts(read).length === 0;

/** The procedure is the one that the manifest names, the verdicts are by its packs, and each journal is whole up to the line that it names. */
export function checkContents(manifest: Manifest, files: readonly BundleFile[]): Contents {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const faults: BundleFault[] = [];
  const readDefinition = (file: string): Definition | undefined => {
    const parsed = parseDefinition(storedJson(textOf(byName.get(file))));
    if (parsed.ok) return parsed.value;
    faults.push({ fault: 'file-unreadable', file });
    return undefined;
  };
  const definition = readDefinition('definition.json');
  if (definition && definitionHash(definition) !== manifest.definitionHash)
    faults.push({ fault: 'definition-differs', file: 'definition.json' });
  const started = files.flatMap(({ name }) => (name.startsWith('started/') ? (readDefinition(name) ?? []) : []));
  const verdicts = storedJson(textOf(byName.get('verdicts.json')));
  if (isVerdicts(verdicts)) faults.push(...verdictFaults(manifest, verdicts));
  else faults.push({ fault: 'file-unreadable', file: 'verdicts.json' });
  const operation = manifest.period && storedJson(textOf(byName.get(operationFile)));
  if (manifest.period) faults.push(...operationFaults(manifest, operation));
  if (definition && isOperation(operation)) faults.push(...measureFaults(operation, { definition, file: operationFile }));
  const findings = manifest.findings === undefined ? undefined : storedJson(textOf(byName.get(findingsFile)));
  if (manifest.findings !== undefined)
    faults.push(...findingsFaults(manifest, { findings, approval: storedJson(textOf(byName.get('approvals.json'))) }));
  faults.push(...journalFaults(manifest, byName), ...evidenceFaults(manifest, byName));
  return {
    ...(definition ? { definition } : {}),
    started,
    ...(isVerdicts(verdicts) ? { verdicts } : {}),
    ...(isOperation(operation) ? { operation } : {}),
    ...(areFindings(findings) ? { findings } : {}),
    faults,
  };
}

function verdictFaults({ packs }: Manifest, verdicts: Verdicts): readonly BundleFault[] {
  const { rules, holding, checkable, laws } = verdicts;
  const counted = laws ? pointsApart(rules) : countPoints(rules);
  const told = { holding, checkable, ...(laws && { laws }) };
  const file = 'verdicts.json';
  return [
    ...(JSON.stringify(packs) === JSON.stringify(verdicts.packs) ? [] : [{ fault: 'packs-differ', file } as const]),
    ...(canonicalText(counted) === canonicalText(told) ? [] : [{ fault: 'counts-differ', file } as const]),
  ];
}

const operationFile = 'operation.json';

/** It is of the period that the manifest names, and its verdicts and the cases it names fit its numbers. */
function operationFaults({ period }: Manifest, operation: unknown): readonly BundleFault[] {
  const file = operationFile;
  if (!isOperation(operation)) return [{ fault: 'file-unreadable', file }];
  const isCounted = ({ verdict, broken, violations, notNamed, ...counts }: OperationInBundle['rules'][number]): boolean =>
    verdict === verdictInOperation({ ...counts, broken }) &&
    violations.length + notNamed === broken &&
    new Set(violations.map((one) => one.case)).size === violations.length &&
    counts.kept + broken + counts.open <= operation.cases;
  return [
    ...(canonicalText(period) === canonicalText(operation.period) ? [] : [{ fault: 'period-differs', file } as const]),
    ...operation.rules.filter((rule) => !isCounted(rule)).map(({ rule: at }): BundleFault => ({ fault: 'counts-differ', file, at })),
  ];
}

function journalFaults({ organisation, sample }: Manifest, files: Files): readonly BundleFault[] {
  const named = sample.cases.map((one) => ({ ...one, file: journalFile(one.case) }));
  const besides = [...files.keys()].filter((file) => file.startsWith('journals/') && !named.some((one) => one.file === file));
  return [
    ...besides.map((file): BundleFault => ({ fault: 'journal-differs', file })),
    ...named.flatMap(({ case: id, head, file }): readonly BundleFault[] => {
      const lines = linesIn(textOf(files.get(file)));
      if (!lines) return [{ fault: 'file-unreadable', file }];
      const byRevision = new Map(lines.map((line) => [line.revision, line]));
      if (byRevision.size !== lines.length) return [{ fault: 'line-inserted', file }];
      return chainFaults({ _id: id, organisation: organisation.id, head }, byRevision, placesMost).map(
        ({ fault, revision }): BundleFault => ({ fault, file, at: `line ${revision}` }),
      );
    }),
  ];
}

const journalFile = (id: string): string => `journals/${id}.jsonl`;

/** What people signed is there under its hash, but for what is named as left out; and nothing else is. */
function evidenceFaults({ evidence }: Manifest, files: Files): readonly BundleFault[] {
  const file = 'attestations.json';
  const attestations = storedJson(textOf(files.get(file)));
  if (!isAttested(attestations)) return [{ fault: 'file-unreadable', file }];
  const left = new Set(evidence.leftOut.map(({ sha256 }) => sha256));
  const signed = new Set(attestations.flatMap((one) => one.files.map(({ sha256 }) => sha256)));
  const missing = [...signed].filter((sha256) => !left.has(sha256) && !files.has(`${evidenceFolder}${sha256}`));
  const wrong = [...files].filter(([name, bytes]) => {
    const sha256 = name.slice(evidenceFolder.length);
    return name.startsWith(evidenceFolder) && (!signed.has(sha256) || hashOf(bytes) !== sha256);
  });
  return [...missing.map((sha256) => `${evidenceFolder}${sha256}`), ...wrong.map(([name]) => name)].map((name) => ({
    fault: 'evidence-differs',
    file: name,
  }));
}

/** What was made to be wrong everywhere must not take hours to be told wrong. */
const placesMost = 20;

/** The journals of the sample, by the id of their case. */
export const journalsIn = ({ sample }: Manifest, files: readonly BundleFile[]): ReadonlyMap<string, readonly JournalLine[]> => {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  return new Map(sample.cases.map((one) => [one.case, linesIn(textOf(byName.get(journalFile(one.case)))) ?? []]));
};

/** One line of a journal a line; nothing if one is no such line. */
function linesIn(text: string): readonly JournalLine[] | undefined {
  const read = text.split('\n').slice(0, -1).map(storedJson);
  return read.every(isLine) ? read : undefined;
}

const isLine = (read: unknown): read is JournalLine => wrongWithLine(read).length === 0;
