import type { JsonObject } from '@redress/engine';
import type { Permit } from './change.ts';
import { permitsToAct } from './permits-to-act.ts';
import { permitsToCall } from './permits-to-call.ts';
import { permitsToGo } from './permits-to-go.ts';
import { permitsToRead } from './permits-to-read.ts';
import { permitsToWait } from './permits-to-wait.ts';
import { readProcedure } from './read-procedure.ts';

/**
 * What people and cases may do by the one definition and might not by the other. Where it cannot tell whether something is wider (a
 * condition in other words, a length that only the case knows, an action that nobody understands) it says so rather than nothing.
 * Not told is what is stricter, and what only words say.
 */
export function newlyPermitted(before: JsonObject, after: JsonObject): readonly Permit[] {
  if (before === after) return [];
  const versions = { before: readProcedure(before), after: readProcedure(after) };
  return [
    ...permitsToAct(versions),
    ...permitsToRead(versions),
    ...permitsToCall(versions),
    ...permitsToGo(versions),
    ...permitsToWait(versions),
  ];
}
