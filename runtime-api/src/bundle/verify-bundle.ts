import { unpacked } from './archive.ts';
import type { BundleFault } from './bundle-fault.ts';
import { checkContents, journalsIn } from './check-contents.ts';
import { checkSeal, type TrustedKey } from './check-seal.ts';
import type { Manifest } from './manifest.ts';
import { type Rechecked, recheck } from './recheck.ts';

export interface VerifiedBundle {
  readonly faults: readonly BundleFault[];
  readonly manifest?: Manifest;
  /** Of the key that lies in the bundle. */
  readonly fingerprint?: string;
  /** `not`: what the bundle says is not believed anyway. */
  readonly rechecked: Rechecked | 'not';
  /** What the bundle says of cases; bundles of old say nothing. Only what their enclosed journals show can be found out once more. */
  readonly operation?: { readonly cases: number; readonly journals: number };
  /** How many were raised in the review, each settled before the approval; nothing where none was kept with the version. */
  readonly findings?: number;
}

/** What a bundle is worth, by its bytes alone and the key that somebody trusts. Without a key it is only whole, by whomever it was made. */
export function verifyBundle(bytes: Uint8Array, trusted: TrustedKey | undefined): VerifiedBundle {
  const files = unpacked(bytes);
  if (!files.ok) return { faults: files.refusal, rechecked: 'not' };
  const { manifest, enclosed, faults } = checkSeal(files.value, trusted);
  const known = { ...(manifest ? { manifest } : {}), ...(enclosed === undefined ? {} : { fingerprint: enclosed }) };
  if (!manifest || faults.some(({ fault }) => fault === 'file-missing')) return { ...known, faults, rechecked: 'not' };
  const { definition, started, verdicts, operation, findings, faults: inside } = checkContents(manifest, files.value);
  const before = [...faults, ...inside];
  // Proving takes time: only what is signed and fits together is worth it.
  if (before.length > 0 || !definition || !verdicts) return { ...known, faults: before, rechecked: 'not' };
  const journals = journalsIn(manifest, files.value);
  const { rechecked, faults: different } = recheck(manifest, {
    definition,
    started,
    verdicts,
    ...(operation ? { operation } : {}),
    ...(findings ? { findings } : {}),
    journals,
  });
  const told = {
    ...(operation ? { operation: { cases: operation.cases, journals: journals.size } } : {}),
    ...(findings ? { findings: findings.length } : {}),
  };
  return { ...known, faults: different, rechecked, ...told };
}
