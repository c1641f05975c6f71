import { canonicalText } from '../canonical-text.ts';
import { sha256 } from '../event-id.ts';
import type { BundleFile } from './archive.ts';
import type { BundleFacts } from './bundle-facts.ts';
import { findingsFile } from './check-findings.ts';
import { howSampled } from './journal-sample.ts';
import {
  casesMost,
  evidenceFolder,
  evidenceMostBytes,
  type Manifest,
  manifestName,
  publicKeyName,
  signatureName,
  statementOf,
} from './manifest.ts';
import { operationOf } from './operation.ts';
import type { OrganisationKey } from './organisation-key.ts';
import { reportOf } from './report.ts';
import { verdictsOf } from './verdicts.ts';

/** Whatever is to be shown of one version, for somebody who audits: the files of the bundle in their order, signed. The same facts make the same bytes. */
export function bundleOf(facts: BundleFacts, key: OrganisationKey): readonly BundleFile[] {
  const contents: readonly BundleFile[] = [
    text('report.html', reportOf(facts, key.fingerprint)),
    // In the order in which they are written: what proves a rule is told in it.
    json('definition.json', facts.document),
    ...facts.started.map((definition) => json(`started/${definition.id}.json`, definition)),
    json('verdicts.json', verdictsOf(facts)),
    json('operation.json', operationOf(facts)),
    json('approvals.json', facts.approval),
    ...(facts.findings ? [json(findingsFile, facts.findings)] : []),
    json('attestations.json', facts.attestations),
    json('waivers.json', facts.waivers),
    ...facts.evidence.files.map(({ sha256, bytes }) => ({ name: `${evidenceFolder}${sha256}`, bytes })),
    ...facts.sample.cases.map(({ document, lines }) =>
      text(`journals/${document._id}.jsonl`, lines.map((line) => `${canonicalText(line)}\n`).join('')),
    ),
  ];
  const manifest = json(manifestName, manifestOf(facts, contents, key.fingerprint));
  return [...contents, manifest, { name: signatureName, bytes: key.sign(manifest.bytes) }, text(publicKeyName, key.publicKey)];
}

const text = (name: string, content: string): BundleFile => ({ name, bytes: Buffer.from(content) });
const json = (name: string, content: unknown): BundleFile => text(name, `${JSON.stringify(content, undefined, 2)}\n`);

function manifestOf(facts: BundleFacts, files: readonly BundleFile[], fingerprint: string): Manifest {
  const { definition, sample } = facts;
  return {
    format: 1,
    statement: statementOf(facts.packs),
    organisation: facts.organisation,
    procedure: { id: definition.id, version: facts.approval.version, title: definition.title },
    definitionHash: facts.approval.hash,
    packs: [...facts.packs],
    madeAt: facts.madeAt,
    madeBy: facts.madeBy,
    program: facts.program,
    key: { algorithm: 'Ed25519', fingerprint },
    sample: {
      how: howSampled,
      most: casesMost,
      cases: sample.cases.map(({ document, faults }) => ({
        case: document._id,
        ...(document.outcome === undefined ? {} : { outcome: document.outcome }),
        startedAt: document.startedAt,
        endedAt: document.updatedAt,
        head: document.head,
        faults: faults.map(({ revision, fault }) => ({ revision, fault })),
      })),
      leftOut: [...sample.leftOut],
    },
    period: facts.period,
    timeZone: facts.timeZone,
    ...(facts.findings ? { findings: facts.findings.length } : {}),
    evidence: { mostBytes: evidenceMostBytes, leftOut: facts.evidence.leftOut },
    files: files.map(({ name, bytes }) => ({ name, size: bytes.byteLength, sha256: sha256(bytes) })),
  };
}
