import type { Json, JsonObject } from '@redress/engine';

/** A value as it survives JSON: what has no place there is gone. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));
export const asJsonObject = (values: Readonly<Record<string, unknown>> | undefined): JsonObject => JSON.parse(JSON.stringify(values ?? {}));
