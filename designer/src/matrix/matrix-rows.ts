import type { Verdict } from '@redress/definitions';
import { isOpen } from '../check/check-groups.ts';
import type { CheckedRule } from '../check/checked-draft.ts';
import type { MeasureView, OperationView, RuleInOperation } from '../server/shapes/operation.ts';
import type { Attestation, Waiver } from '../server/shapes/standards.ts';

/** A rule with what the drawing shows of it, what people signed for it, and what it was in the procedure that it is compared with. */
export interface MatrixRow {
  readonly rule: CheckedRule;
  /** Only where it differs; `new`: the other one is not asked for it. */
  readonly before?: Verdict | 'new';
  /** The newest signature. */
  readonly attestation?: Attestation;
  /** The newest waiver that counts; where none does, the newest that has lapsed. */
  readonly waiver?: Waiver;
  /** What cases show of it. */
  readonly operation?: RuleInOperation;
  /** What it is measured by. */
  readonly measures: readonly MeasureView[];
}
export type MatrixFilter = 'all' | 'mine' | 'changed';

/** A signature is renewed before it lapses. */
const soonDays = 30;
const dayMs = 86_400_000;

export function matrixRows({
  rules,
  others,
  attestations,
  waivers,
  operation,
}: {
  readonly rules: readonly CheckedRule[];
  /** Of what it is compared with. */
  readonly others?: readonly CheckedRule[];
  readonly attestations: readonly Attestation[];
  readonly waivers: readonly Waiver[];
  readonly operation?: Pick<OperationView, 'rules' | 'measures'>;
}): readonly MatrixRow[] {
  const earlier = new Map(others?.map(({ rule, verdict }) => [rule, verdict] as const));
  return rules.map((rule) => {
    const before = earlier.get(rule.rule) ?? 'new';
    const attestation = rule.proved === 'attestation' ? attestations.find((one) => one.rule === rule.rule) : undefined;
    const waived = waivers.filter((one) => one.rule === rule.rule && one.state !== 'withdrawn');
    const waiver = waived.find(({ state }) => state === 'valid') ?? waived[0];
    const cases = operation?.rules.find((one) => one.rule === rule.rule);
    return {
      rule,
      ...(others && before !== rule.verdict ? { before } : {}),
      ...(attestation ? { attestation } : {}),
      ...(waiver ? { waiver } : {}),
      ...(cases ? { operation: cases } : {}),
      measures: operation?.measures.filter((one) => one.rule === rule.rule) ?? [],
    };
  });
}

export type Signature = 'none' | 'valid' | 'soon' | 'lapsed';

/** How a signature stands on a day: one that ends within thirty days is to be renewed. */
export function signatureOf({ attestation }: Pick<MatrixRow, 'attestation'>, today: string): Signature {
  if (!attestation) return 'none';
  if (attestation.validUntil < today) return 'lapsed';
  return Date.parse(attestation.validUntil) - Date.parse(today) <= soonDays * dayMs ? 'soon' : 'valid';
}

/** Whether a waiver lifts it on a day. */
export const isWaived = ({ waiver }: Pick<MatrixRow, 'waiver'>, today: string): boolean =>
  waiver?.state === 'valid' && waiver.until >= today;

/** What keeps a draft from being published unless it is waived: a must that is open, or a signature that has lapsed. */
export const keepsBack = (row: Pick<MatrixRow, 'rule' | 'attestation'>, today: string): boolean =>
  isOpen(row.rule) ? row.rule.severity === 'must' : signatureOf(row, today) === 'lapsed';

/** Something waits for the officer: it is open and nobody waived it, a case broke it, a target was missed, or a signature is due. */
export function needsSomebody(row: MatrixRow, today: string): boolean {
  const { rule, operation, measures } = row;
  if (operation && operation.broken > 0) return true;
  if (measures.some(({ meets }) => meets === false)) return true;
  if (isOpen(rule)) return !isWaived(row, today);
  return rule.proved === 'attestation' && signatureOf(row, today) !== 'valid';
}

export function shownRows(rows: readonly MatrixRow[], filter: MatrixFilter, today: string): readonly MatrixRow[] {
  if (filter === 'changed') return rows.filter(({ before }) => before !== undefined);
  return filter === 'mine' ? rows.filter((row) => needsSomebody(row, today)) : rows;
}

/** How many of the points that a person signs are signed, and how. */
export function countSignatures(rows: readonly MatrixRow[], today: string): Readonly<Record<Signature, number>> {
  const counts = { none: 0, valid: 0, soon: 0, lapsed: 0 };
  for (const row of rows) if (row.rule.proved === 'attestation') counts[signatureOf(row, today)] += 1;
  return counts;
}

/** Of the rules that cases can show: how many they kept and broke, and of how many none that is over speaks. */
export function countInOperation(rows: readonly MatrixRow[]): Readonly<Record<'holds' | 'fails' | 'vacuous', number>> {
  const counts = { holds: 0, fails: 0, vacuous: 0 };
  for (const { operation } of rows) {
    if (!operation) continue;
    counts[operation.broken > 0 ? 'fails' : operation.kept > 0 ? 'holds' : 'vacuous'] += 1;
  }
  return counts;
}
