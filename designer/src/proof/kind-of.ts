import { fieldsOf } from '../model/loose-json.ts';
import { type ProcedureKind, procedureKinds } from '../model/profile-commands.ts';

/** Which standard a draft follows; what is none of ours follows none. */
export const kindOf = (definition: object): ProcedureKind => procedureKinds.find((kind) => kind === fieldsOf(definition).kind) ?? 'general';
