import type { EvidenceDocument } from '../../store/models/evidence.ts';
import type { SignedFile } from '../../store/models/standards.ts';

export const evidenceView = ({ _id, name, type, size, sha256 }: EvidenceDocument): SignedFile => ({
  id: _id.split(':').at(-1) ?? '',
  name,
  type,
  size,
  sha256,
});
