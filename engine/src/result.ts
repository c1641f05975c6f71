/** An expected refusal is a value; what is thrown is a defect. */
export type Result<Value, Problem> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Problem };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });
export const refuse = <Problem>(refusal: Problem): { readonly ok: false; readonly refusal: Problem } => ({ ok: false, refusal });
