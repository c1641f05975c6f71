import type { Json } from '../json.ts';

/** Nothing was given: the field is missing, null, without letters or without entries. False and zero are answers. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
