import { type Checked, check, contractsAmong, lawPacks, type Pack, packsWith } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import { canonicalText } from '../canonical-text.ts';
import type { JournalLine } from '../store/models/journal.ts';
import type { BundleFault } from './bundle-fault.ts';
import { clauseFaults, type FindingsInBundle } from './check-findings.ts';
import type { Manifest, OperationInBundle, Verdicts } from './manifest.ts';
import { recheckOperation } from './recheck-operation.ts';

/** `other-packs`: this program has not the packs of rules, in these versions, by which the verdicts were found. */
export type Rechecked = 'same' | 'different' | 'other-packs';

interface Proved {
  readonly definition: Definition;
  readonly started: readonly Definition[];
  readonly verdicts: Verdicts;
  readonly operation?: OperationInBundle;
  readonly findings?: FindingsInBundle;
  readonly journals: ReadonlyMap<string, readonly JournalLine[]>;
}

/**
 * Proves the procedure once more by the same rules: each verdict, with its proof and the runs that break it, must come out as it is written; and reads
 * the enclosed journals once more; what officers found must name a clause.
 */
export function recheck(manifest: Manifest, proved: Proved): { readonly rechecked: Rechecked; readonly faults: readonly BundleFault[] } {
  const ours = packsOf(manifest.packs);
  if (!ours) return { rechecked: 'other-packs', faults: [] };
  const contracts = contractsAmong((id) => proved.started.find((one) => one.id === id));
  const options = { packs: ours, contractOf: contracts };
  const { definition, operation, findings = [], journals } = proved;
  const faults = [
    ...differences(check({ definition }, options), proved.verdicts.rules),
    ...(operation ? recheckOperation(manifest, { definition, operation, journals }, options) : []),
    ...clauseFaults(findings),
  ];
  return { rechecked: faults.length === 0 ? 'same' : 'different', faults };
}

function packsOf(named: Manifest['packs']): readonly Pack[] | undefined {
  const known = packsWith(lawPacks.map(({ id }) => id));
  const found = named.flatMap(({ id, version }) => known.find((pack) => pack.id === id && pack.version === version) ?? []);
  return found.length === named.length ? found : undefined;
}

/** What ended a check on a server before its end; the same check may come further here. */
const boundsOfServer: readonly (string | undefined)[] = ['time', 'memory', 'failure'];

/** Rules of which something else is found than is written. What a server left open because it ran out of time is no lie: this program had more. */
function differences(found: readonly Checked[], written: Verdicts['rules']): readonly BundleFault[] {
  const mine = new Map(found.map((one) => [one.rule, one]));
  const theirs = new Map(written.map((one) => [one.rule, one]));
  const isLeftOpen = (rule: string) => {
    const one = theirs.get(rule);
    return mine.has(rule) && one?.verdict === 'not-decided' && boundsOfServer.includes(one.bound);
  };
  return [...new Set([...theirs.keys(), ...mine.keys()])]
    .filter((rule) => !isLeftOpen(rule) && canonicalText(mine.get(rule)) !== canonicalText(theirs.get(rule)))
    .map((at): BundleFault => ({ fault: 'verdict-differs', file: 'verdicts.json', at }));
}
