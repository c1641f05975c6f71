import mongoose from 'mongoose';

/** MongoDB's own codes, so that the code above the store cannot tell who answers. Source: MongoDB manual, error codes. */
const codeNames = {
  2: 'BadValue',
  14: 'TypeMismatch',
  15: 'Overflow',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  56: 'EmptyFieldName',
  66: 'ImmutableField',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  171: 'CannotIndexParallelArrays',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  14031: 'OutOfDiskSpace',
  40324: 'Location40324',
} as const;

export type ServerErrorCode = keyof typeof codeNames;

export function serverError(code: ServerErrorCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
  return new mongoose.mongo.MongoServerError({
    message,
    code,
    codeName: codeNames[code],
    ...facts,
  });
}

/** The store speaks a small dialect of MongoDB on purpose. What lies outside is refused by its name, never ignored. */
export function unsupported(what: string) {
  return serverError(2, `${what} is not supported by the embedded store; set MONGODB_URI`, { unsupported: what });
}
