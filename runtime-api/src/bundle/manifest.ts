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

const Period = Type.Object({ from: Type.Optional(Type.String()), to: Type.Optional(Type.String()) });

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
  /** Which cases `operation.json` counts and the sample is taken of: those received from the first to the last of these days. Bundles of old have none. */
  period: Type.Optional(Period),
  /** By its days the cases were judged. Bundles of old have none: by those of UTC. */
  timeZone: Type.Optional(Type.String()),
  /** How many stand in `findings.json`; absent where none was kept with the version. */
  findings: Type.Optional(Type.Integer({ minimum: 0 })),
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

/** What of a line of a journal is read again: its place in the chain, and what rules ask of it. */
export const EnclosedLine = Type.Object({
  _id: Type.String(),
  organisation: Type.String(),
  caseId: Type.String(),
  revision: Type.Integer(),
  previous: Type.String(),
  hash: Type.String(),
  at: Type.String(),
  type: Type.String(),
  to: Type.Array(Type.String()),
  taken: Type.Array(Type.Array(Type.String(), { minItems: 4, maxItems: 4 })),
  by: Type.Optional(
    Type.Object({ person: Type.Optional(Type.String()), onBehalfOf: Type.Optional(Type.String()), roles: Type.Array(Type.String()) }),
  ),
});

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

const InCase = {
  /** Its id, and the number that people know it by. */
  case: Type.String(),
  number: Type.Optional(Type.String()),
  /** Address of the step or row it is about. */
  element: Type.Optional(Type.String()),
};
const count = Type.Integer({ minimum: 0 });

const figure = {
  over: Type.Number({ minimum: 0 }),
  value: Type.Optional(Type.Number()),
  count: Type.Optional(Type.Number({ minimum: 0 })),
  mostly: Type.Optional(Type.Number()),
};
const words = Type.Record(Type.String(), Type.String());

/** A measure with what it was counted from; `counted` says of what. Without a value there was nothing to count, without a target there is no verdict. */
const MeasureInBundle = Type.Object({
  measure: Type.String(),
  rule: Type.String(),
  title: words,
  counted: Type.Optional(words),
  unit: Type.Union((['share', 'days', 'score', 'amount', 'count', 'each'] as const).map((unit) => Type.Literal(unit))),
  ...figure,
  kpi: Type.Optional(Type.String()),
  target: Type.Optional(Type.Object({ atLeast: Type.Optional(Type.Number()), atMost: Type.Optional(Type.Number()) })),
  meets: Type.Optional(Type.Boolean()),
  isUnmeasured: Type.Optional(Type.Boolean()),
  groups: Type.Optional(
    Type.Object({
      field: Type.String(),
      of: Type.Array(Type.Object({ group: Type.String(), title: Type.Optional(words), ...figure })),
      others: count,
    }),
  ),
  periods: Type.Optional(
    Type.Object({
      per: Type.String(),
      of: Type.Array(Type.Object({ from: Type.String(), meets: Type.Optional(Type.Boolean()), ...figure })),
    }),
  ),
});

/** What the cases of a period show. */
export const OperationInBundle = Type.Object({
  period: Period,
  cases: count,
  /** Older cases were not looked at. */
  capped: Type.Boolean(),
  /** The bound that kept some from being judged. */
  bound: Type.Optional(Type.String()),
  rules: Type.Array(
    Type.Object({
      rule: Type.String(),
      clause: Type.Optional(Type.String()),
      /** `definition`: read on each journal as on the drawing; `records`: a measure that only journals show. */
      class: Type.Optional(Type.String()),
      measure: Type.Record(Type.String(), Type.String()),
      verdict: Type.Union((['kept', 'broken', 'open', 'none'] as const).map((verdict) => Type.Literal(verdict))),
      kept: count,
      broken: count,
      open: count,
      /** Without a line it is what has not happened in time. */
      violations: Type.Array(Type.Object({ ...InCase, line: Type.Optional(count) })),
      /** Cases that break it and that whoever made the bundle may not read. */
      notNamed: count,
    }),
  ),
  /** Bundles of old have none. */
  measures: Type.Optional(Type.Array(MeasureInBundle)),
  deviations: Type.Record(Type.String(), count),
  latest: Type.Array(Type.Object({ ...InCase, kind: Type.String(), at: Type.String(), line: count })),
});
export type OperationInBundle = Static<typeof OperationInBundle>;

/** Never that an organisation does what a standard asks: which guidance was implemented, by which rules. */
export const statementOf = (packs: Manifest['packs']): string =>
  `Guidance implemented, rule packs ${packs.map(({ id, version }) => `${id} ${version}`).join(', ')}.`;
