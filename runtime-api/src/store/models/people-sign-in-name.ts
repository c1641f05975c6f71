import { plain, storedSchema } from '../schema.ts';

/** Where an e-mail opens a door. `_id` is a hash of the folded address; one place an organisation, so it is unique there. */
export interface SignInNameDocument {
  _id: string;
  organisation: string;
  places: { organisation: string; person: string }[];
}

export const signInNameSchema = storedSchema('signInNames', {
  places: { type: plain, required: true },
});
