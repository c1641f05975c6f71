import { clauseOf } from '@redress/definitions';
import { type Static, Type } from '@sinclair/typebox';
import { shapeCheck } from '../http/shape-check.ts';
import type { BundleFault } from './bundle-fault.ts';
import type { Manifest } from './manifest.ts';

export const findingsFile = 'findings.json';

/** What of `findings.json` is read again. */
const FindingsInBundle = Type.Array(
  Type.Object({
    id: Type.String(),
    at: Type.String(),
    finding: Type.Object({ grade: Type.String(), clause: Type.String() }),
    resolved: Type.Optional(Type.Object({ at: Type.String() })),
  }),
);
export type FindingsInBundle = Static<typeof FindingsInBundle>;
const wrongWithFindings = shapeCheck(FindingsInBundle);
export const areFindings = (read: unknown): read is FindingsInBundle => wrongWithFindings(read).length === 0;

const Approval = Type.Object({ approvedAt: Type.Optional(Type.String()) });
const wrongWithApproval = shapeCheck(Approval);
const isApproval = (read: unknown): read is Static<typeof Approval> => wrongWithApproval(read).length === 0;

/** They are as many as the manifest says, and each was raised, then settled, then the procedure approved. */
export function findingsFaults(
  { findings: count }: Manifest,
  read: { readonly findings: unknown; readonly approval: unknown },
): readonly BundleFault[] {
  const { findings, approval } = read;
  if (!areFindings(findings)) return [{ fault: 'file-unreadable', file: findingsFile }];
  if (!isApproval(approval)) return [{ fault: 'file-unreadable', file: 'approvals.json' }];
  const { approvedAt = '' } = approval;
  const isSettled = ({ at, resolved }: FindingsInBundle[number]) =>
    resolved !== undefined && at <= resolved.at && resolved.at <= approvedAt;
  return [
    ...(findings.length === count ? [] : [{ fault: 'counts-differ', file: findingsFile } as const]),
    ...findings.filter((one) => !isSettled(one)).map(({ id: at }): BundleFault => ({ fault: 'finding-unsettled', file: findingsFile, at })),
  ];
}

/** Each names a clause of the guidance that the rule packs speak of. */
export const clauseFaults = (findings: FindingsInBundle): readonly BundleFault[] =>
  findings
    .filter(({ finding }) => !clauseOf(finding.clause))
    .map(({ id, finding }): BundleFault => ({ fault: 'clause-unknown', file: findingsFile, at: `${id} ${finding.clause}` }));
