import { Schema, type SchemaDefinition } from 'mongoose';
import { tenant } from './tenant.ts';

/** One way to declare what is stored: nothing dropped in silence, nothing unknown let in, organisations apart. Texts that may be absent are left out, never null. */
export function storedSchema(collection: string, fields: SchemaDefinition): Schema {
  const schema = new Schema(
    {
      ...fields,
      _id: { type: String, required: true },
      organisation: { type: String, required: true },
    },
    {
      collection,
      minimize: false,
      versionKey: false,
      strict: 'throw',
      strictQuery: 'throw',
      id: false,
      autoIndex: false,
      autoCreate: false,
      read: 'primary',
    },
  );
  tenant(schema);
  return schema;
}

/** For `insertMany` of rows that this code made and typed: hydrating and checking each again costs more than storing it. */
export const ownRows = { ordered: false, lean: true } as const;

/** Plain JSON of our own making, stored as it is. */
export const plain = Schema.Types.Mixed;
