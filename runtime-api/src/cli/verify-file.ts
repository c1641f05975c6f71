import { readFile, stat } from 'node:fs/promises';
import { ok, type Result, refuse } from '@redress/engine';
import type { TrustedKey } from '../bundle/check-seal.ts';
import { inGroups, readFingerprint, readPublicKey } from '../bundle/signing.ts';
import { type VerifiedBundle, verifyBundle } from '../bundle/verify-bundle.ts';
import { bundleLine } from './fault-words.ts';
import { plain } from './plain.ts';
import { counted, exitCodes, type Said } from './said.ts';

const bundleMostBytes = 100 * 1024 * 1024;
const keyMostBytes = 10 * 1024;

/**
 * `verify FILE.zip`: an evidence bundle, by its bytes and the organisation's public key; no store and no server. Code 1 if anything is wrong; 2 if
 * nothing is and something could not be checked: whose the key is, or the verdicts.
 */
export async function verifyFile(file: string, key?: string): Promise<Said> {
  const bytes = await readBounded(file, bundleMostBytes);
  if (!bytes.ok) return bytes.refusal;
  const trusted = key === undefined ? ok(undefined) : await keyOf(key);
  if (!trusted.ok) return trusted.refusal;
  return told(file, verifyBundle(bytes.value, trusted.value), trusted.value !== undefined);
}

/** A fingerprint, or a file with the key. */
async function keyOf(named: string): Promise<Result<TrustedKey, Said>> {
  const fingerprint = readFingerprint(named);
  if (fingerprint !== undefined) return ok({ fingerprint });
  const pem = await readBounded(named, keyMostBytes);
  if (!pem.ok) return pem;
  const key = readPublicKey(pem.value.toString('utf8'));
  if (key) return ok({ key });
  return refuse({
    code: exitCodes.wrongUse,
    lines: [`${named} is neither a fingerprint (64 digits 0–9 a–f) nor an Ed25519 public key (PEM).`],
    facts: { file: named, problem: 'no-key' },
  });
}

async function readBounded(file: string, most: number): Promise<Result<Buffer, Said>> {
  const unreadable = (problem: string, because: string): Result<Buffer, Said> =>
    refuse({ code: exitCodes.noInput, lines: [`Cannot read ${file}: ${because}`], facts: { file, problem } });
  try {
    const { size } = await stat(file);
    return size > most ? unreadable('too-large', `it has ${size} bytes, ${most} at most`) : ok(await readFile(file));
  } catch (error) {
    return unreadable('unreadable', error instanceof Error ? error.message : String(error));
  }
}

const faultsTold = 50;

function told(file: string, { faults, manifest, fingerprint, rechecked, operation, findings }: VerifiedBundle, isKeyKnown: boolean): Said {
  const isGood = faults.length === 0;
  const isAll = isGood && isKeyKnown && rechecked === 'same';
  return {
    code: isAll ? exitCodes.done : isGood ? exitCodes.partly : exitCodes.found,
    lines: [
      ...faults.slice(0, faultsTold).map(bundleLine),
      ...(faults.length > faultsTold ? [`… and ${faults.length - faultsTold} more: --json names all.`] : []),
      ...(manifest
        ? [
            plain(
              `${isGood ? '' : 'It says of itself: '}${manifest.organisation.name}: ${manifest.procedure.id}, version ${manifest.procedure.version}, made ${manifest.madeAt} by ${manifest.madeBy.name}.`,
            ),
          ]
        : []),
      ...(fingerprint === undefined ? [] : [`Key: ${inGroups(fingerprint)}`]),
      ...(isGood ? [...goodLines(isKeyKnown, rechecked), ...caseLines(operation, rechecked), ...findingLines(findings, rechecked)] : []),
      isGood
        ? `${file} is as it was signed.`
        : `${file} is not to be believed: ${counted(faults.length, 'fault')}. Ask the organisation for it once more, and for the fingerprint of its key by another way.`,
    ],
    facts: {
      file,
      faults,
      ...(manifest ? { manifest } : {}),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      keyChecked: isKeyKnown,
      rechecked,
      ...(operation ? { operation } : {}),
      ...(findings === undefined ? {} : { findings }),
    },
  };
}

const goodLines = (isKeyKnown: boolean, rechecked: VerifiedBundle['rechecked']): readonly string[] => [
  isKeyKnown
    ? 'Signed with the key that you named.'
    : 'Only checked against the key that lies in the file itself: anybody could have made it. Ask the organisation for the fingerprint by another way and compare, or give it with --key.',
  rechecked === 'same'
    ? 'The verdicts were proved once more by the same rules: the same.'
    : 'The verdicts were not proved once more: this program has not the packs of rules, in these versions, by which they were found.',
];

function caseLines(operation: VerifiedBundle['operation'], rechecked: VerifiedBundle['rechecked']): readonly string[] {
  if (!operation) return [];
  const { cases, journals } = operation;
  const read = rechecked === 'same' ? `${journals} enclosed journals were read once more by the same rules: the same. ` : '';
  return [`Operation, ${cases} cases: ${read}The numbers of all cases are sealed: as they were signed, and not proved here.`];
}

function findingLines(findings: VerifiedBundle['findings'], rechecked: VerifiedBundle['rechecked']): readonly string[] {
  if (findings === undefined) return [];
  if (findings === 0) return ['Findings of the review: none.'];
  const known = rechecked === 'same' ? ', and names a clause that this program knows' : '';
  return [
    `Findings of the review, ${findings}: each was settled before the approval${known}. Who raised and settled them is as it was signed.`,
  ];
}
