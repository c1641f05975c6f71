import type { DefinitionVersionDocument } from '../store/models/definition.ts';

/**
 * Versions that new cases may take at this time: not retired, and not only from a later date on. The newest of them is in force. Nothing is written when
 * a date comes: every server finds the same one by its clock.
 */
export const takenAt = (nowMs: number) => ({
  status: 'published' as const,
  $or: [{ validFrom: { $exists: false } }, { validFrom: { $lte: new Date(nowMs).toISOString() } }],
});

/** The same of a version that was read. */
export const isTaken = ({ status, validFrom }: Pick<DefinitionVersionDocument, 'status' | 'validFrom'>, nowMs: number): boolean =>
  status === 'published' && (validFrom === undefined || validFrom <= new Date(nowMs).toISOString());
