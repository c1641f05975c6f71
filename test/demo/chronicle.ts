import type { Timer } from '@redress/engine';
import type { Commit } from '../../runtime-api/src/store/commit.ts';
import type { Contents } from '../../runtime-api/src/store/journal-line.ts';

export interface SeenDeadline {
  readonly timer: string;
  readonly armedAt: string;
  dueAt: string;
  end: 'open' | 'fired' | 'dropped';
  endedAt?: string;
}

/** Deadlines as the server commits them: armed, moved, fired, dropped; and which cases each commit belongs to. */
export class ServerChronicle {
  readonly deadlines = new Map<string, SeenDeadline[]>();
  readonly endedAt = new Map<string, string>();
  commits = 0;
  readonly #armed = new Map<string, Map<string, SeenDeadline>>();

  note(commit: Commit): void {
    this.commits += 1;
    const { caseId, state } = commit;
    const last = commit.unsettled.steps.at(-1);
    if (!last) return;
    const { at } = last.line;
    if (state.status !== 'active' && !this.endedAt.has(caseId)) this.endedAt.set(caseId, at);
    const fired = (JSON.parse(last.contents.text) as Contents).payload?.timer;
    const before = this.#armed.get(caseId) ?? new Map<string, SeenDeadline>();
    const now = new Map<string, SeenDeadline>();
    for (const timer of state.timers) now.set(keyOf(timer), this.#row(caseId, timer, before.get(keyOf(timer))));
    for (const [key, row] of before) {
      if (now.has(key)) continue;
      row.end = fired === row.timer ? 'fired' : 'dropped';
      row.endedAt = at;
    }
    this.#armed.set(caseId, now);
  }

  #row(caseId: string, { id, armedAt, dueAt }: Timer, known: SeenDeadline | undefined): SeenDeadline {
    if (known) {
      known.dueAt = dueAt;
      return known;
    }
    const row: SeenDeadline = { timer: id, armedAt, dueAt, end: 'open' };
    this.deadlines.set(caseId, [...(this.deadlines.get(caseId) ?? []), row]);
    return row;
  }
}

const keyOf = (timer: Pick<Timer, 'id' | 'armedRevision'>): string => `${timer.id} ${timer.armedRevision}`;
