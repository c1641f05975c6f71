/** Values that survive JSON unchanged: the only kind that enters or leaves the engine. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
