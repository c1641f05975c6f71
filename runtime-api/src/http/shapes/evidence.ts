import { Type } from '@sinclair/typebox';

/** Under which name a file is sent; what it is, its content tells. */
export const EvidenceName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 1_000 }) }, { additionalProperties: false });

/** A file that is signed, or waits to be. */
export const EvidenceView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Media type, found by the content. */
  type: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  /** Of the content, in hexadecimal digits. */
  sha256: Type.String(),
});
