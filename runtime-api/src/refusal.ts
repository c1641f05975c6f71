import type { Refusal as EngineRefusal } from '@redress/engine';

/**
 * Why a published procedure cannot run: its text is no JSON, or no definition; this product refuses what an older one took; or the calendar it
 * counts by cannot be had.
 */
export type NotRunnable = 'damaged' | 'not-a-definition' | 'does-not-compile' | 'calendar-missing' | 'calendar-damaged';

/** Everything the runtime refuses, beside what the engine refuses. A code and its facts, no prose. */
export type Refusal =
  | EngineRefusal
  | { readonly code: 'case-not-found'; readonly caseId: string }
  | { readonly code: 'case-exists'; readonly caseId: string }
  | { readonly code: 'definition-not-found'; readonly definition: string }
  | { readonly code: 'definition-not-runnable'; readonly definition: string; readonly because: NotRunnable }
  | { readonly code: 'key-reused'; readonly id: string }
  | {
      readonly code: 'business-key-used';
      readonly businessKey: string;
      readonly caseId: string;
    }
  | { readonly code: 'received-in-future'; readonly receivedAt: string }
  | { readonly code: 'incident-not-found'; readonly incident: string }
  | { readonly code: 'too-many-hops'; readonly hops: number }
  | { readonly code: 'busy'; readonly caseId: string };
