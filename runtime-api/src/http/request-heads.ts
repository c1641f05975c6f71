/** `Idempotency-Key`: printable, without blanks. */
export const keyPattern = /^[\x21-\x7e]{1,200}$/;
/** `If-Match`: the revision that was read, as an entity tag. */
export const revisionPattern = /^(?:W\/)?"(\d{1,15})"$/;
