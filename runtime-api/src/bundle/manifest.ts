import { type Static, Type } from '@sinclair/typebox';

export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const publicKeyName = 'public-key.pem';
/** What is signed, the signature, and the key for convenience: none of them can list itself. */
export const sealNames: readonly string[] = [manifestName, signatureName, publicKeyName];

export const evidenceFolder = 'evidence/';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Named = Type.Object({ id: Type.String(), name: Type.String() });
export const PackVersion = Type.Object({ id: Type.String(), version: Type.String() });

/** The longest journal that goes along, in lines. */
export const linesMost = 2_000;
export const casesMost = 10;
/** All files together that people signed. */
export const evidenceMostBytes = 20 * 1024 * 1024;

const SampleCase = Type.Object({
  case: Type.String(),
  outcome: Type.Optional(Type.String()),
  startedAt: Type.String(),
  endedAt: Type.String(),
  /** Of the last line: with it the journal is whole. */
  head: Type.Object({ revision: Type.Integer({ minimum: 1, maximum: linesMost }), hash: Hash }),
  /** What the server found when it checked the journal with what it hashes: nothing, or where it is broken. */
  faults: Type.Array(Type.Object({ revision: Type.Integer(), fault: Type.String() })),
});

/** The file that is signed: what the bundle is about, and every other file with its size and hash. */
export const Manifest = Type.Object({
  format: Type.Literal(1),
  statement: Type.String(),
  organisation: Named,
  procedure: Type.Object({ id: Type.String(), version: Type.Integer(), title: Type.Record(Type.String(), Type.String()) }),
  /** SHA-256 of the procedure's canonical JSON without what was written into it at publication. */
  definitionHash: Hash,
  packs: Type.Array(PackVersion),
  /** UTC. */
  madeAt: Type.String(),
  madeBy: Named,
  program: Type.String(),
  key: Type.Object({ algorithm: Type.Literal('Ed25519'), fingerprint: Hash }),
  sample: Type.Object({
    how: Type.String(),
    most: Type.Integer(),
    cases: Type.Array(SampleCase, { maxItems: casesMost }),
    /** Cases of the sample whose journal is too long to go along. */
    leftOut: Type.Array(Type.Object({ case: Type.String(), lines: Type.Integer() })),
  }),
  /** What people signed lies under its hash; what does not go along. */
  evidence: Type.Object({
    mostBytes: Type.Integer(),
    leftOut: Type.Array(
      Type.Object({
        sha256: Hash,
        name: Type.String(),
        size: Type.Integer(),
        because: Type.Union([Type.Literal('too-large'), Type.Literal('damaged')]),
      }),
    ),
  }),
  files: Type.Array(Type.Object({ name: Type.String(), size: Type.Integer({ minimum: 0 }), sha256: Hash })),
});
export type Manifest = Static<typeof Manifest>;

/** What of `attestations.json` is read again. */
export const Attested = Type.Array(Type.Object({ files: Type.Array(Type.Object({ sha256: Hash })) }));

const points = { holding: Type.Integer(), checkable: Type.Integer() };

/** What of `verdicts.json` is read again. */
export const Verdicts = Type.Object({
  packs: Type.Array(PackVersion),
  ...points,
  /** Points of laws; bundles without it count them with those of the standards. */
  laws: Type.Optional(Type.Object(points)),
  rules: Type.Array(
    Type.Object({
      rule: Type.String(),
      verdict: Type.Union(
        (['holds', 'fails', 'possible', 'not-decided', 'vacuous', 'needs-person'] as const).map((verdict) => Type.Literal(verdict)),
      ),
      bound: Type.Optional(Type.String()),
    }),
  ),
});

export type Verdicts = Static<typeof Verdicts>;

/** Never that an organisation does what a standard asks: which guidance was implemented, by which rules. */
export const statementOf = (packs: Manifest['packs']): string =>
  `Guidance implemented, rule packs ${packs.map(({ id, version }) => `${id} ${version}`).join(', ')}.`;
