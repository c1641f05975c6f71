import type { Checked } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import type { VersionRow } from '../http/shapes/definitions.ts';
import type { VersionFinding } from '../http/shapes/draft-review.ts';
import type { OperationView } from '../http/shapes/operation.ts';
import type { AttestationView, WaiverView } from '../http/shapes/standards.ts';
import type { Period } from '../standards/period.ts';
import type { LanguageCode } from '../store/models/people-person.ts';
import type { JournalSample } from './journal-sample.ts';
import type { Manifest } from './manifest.ts';
import type { SignedFiles } from './signed-files.ts';

/** Everything that a bundle is made of. */
export interface BundleFacts {
  readonly organisation: Manifest['organisation'];
  /** IANA name: days and times of the report are told by it. */
  readonly timeZone: string;
  /** Of the report. */
  readonly language: LanguageCode;
  readonly madeAt: string;
  readonly madeBy: Manifest['madeBy'];
  /** Version of the product. */
  readonly program: string;
  readonly definition: Definition;
  /** The same as it was published. */
  readonly document: object;
  /** Procedures that it starts, as they were looked at beside it. */
  readonly started: readonly Definition[];
  /** The version, with who submitted, approved and published it, and by which rules. */
  readonly approval: Omit<Static<typeof VersionRow>, 'inForce'>;
  /** Of its review, oldest first; absent where none was kept. */
  readonly findings?: readonly Static<typeof VersionFinding>[];
  readonly packs: Manifest['packs'];
  readonly checked: readonly Checked[];
  /** Newest first. */
  readonly attestations: readonly Static<typeof AttestationView>[];
  readonly waivers: readonly Static<typeof WaiverView>[];
  /** Of the cases that are counted and sampled: when their complaints were received. */
  readonly period: Period;
  readonly operation: Static<typeof OperationView>;
  readonly sample: JournalSample;
  /** Files that show what was signed. */
  readonly evidence: SignedFiles;
}
