import type { Answer } from '../server/request.ts';
import type { DraftView } from '../server/shapes/definitions.ts';
import type { DraftBody, DraftWires } from './draft-link.ts';

const saves = 6;
const refusal = (code: string, status: number): Answer<never> => ({ ok: false, problem: { type: 'about:blank', status, code } });
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** One window's way to the draft. `offline`: nothing arrives. `losesAnswer`: the next save arrives, its answer does not. `refuses`: no save is taken. */
interface PretendWires extends DraftWires {
  offline: boolean;
  losesAnswer: boolean;
  refuses: string | undefined;
}

/** For tests: a draft kept by the rules of the server, which remembers a few saves only, and a clock that moves when it is told to. */
export class PretendDraft {
  revision = 1;
  state: DraftView['state'] = 'draft';
  document: unknown;
  layout: unknown = {};
  scenarios: unknown = {};
  recent: { readonly revision: number; readonly person: string; readonly entries: readonly unknown[] }[] = [];
  readonly #waiting = new Map<number, { readonly at: number; readonly call: () => void }>();
  #more: Partial<DraftView> = {};
  #now = 0;
  #numbers = 0;

  constructor(document: unknown) {
    this.document = copy(document);
  }

  wires(person: string): PretendWires {
    const way: PretendWires = {
      offline: false,
      losesAnswer: false,
      refuses: undefined,
      save: async (body: DraftBody, base: number) => {
        if (way.offline) return refusal('offline', 0);
        if (way.refuses !== undefined) return refusal(way.refuses, 413);
        if (this.state === 'published') return refusal('changed-meanwhile', 412);
        if (this.state !== 'draft') return refusal('draft-state', 409);
        if (base !== this.revision) return refusal('changed-meanwhile', 412);
        this.revision += 1;
        this.document = copy(body.document);
        this.layout = copy(body.layout);
        this.scenarios = copy(body.scenarios);
        this.recent = [...this.recent, { revision: this.revision, person, entries: copy(body.entries) }].slice(-saves);
        if (!way.losesAnswer) return this.#view();
        way.losesAnswer = false;
        return refusal('offline', 0);
      },
      changes: async (after: number) => {
        if (way.offline) return refusal('offline', 0);
        if (this.state === 'published') return refusal('definition-not-found', 404);
        const changes = this.recent.filter(({ revision }) => revision > after);
        const complete = changes.length === this.revision - after;
        const told = changes.map((change) => ({
          ...copy(change),
          at: '2026-03-02T09:00:00.000Z',
          person: { id: change.person, name: change.person, party: 'organisation' as const },
        }));
        return { ok: true as const, value: { revision: this.revision, complete, changes: complete ? told : [] } };
      },
      read: async () => (way.offline ? refusal('offline', 0) : this.#view()),
      later: (ms: number, call: () => void) => {
        const number = ++this.#numbers;
        this.#waiting.set(number, { at: this.#now + ms, call });
        return () => void this.#waiting.delete(number);
      },
    };
    return way;
  }

  /** It is sent to review, approved, taken back: a step that no save makes. */
  goTo(state: DraftView['state'], more: Partial<DraftView> = {}): void {
    this.state = state;
    this.#more = more;
    this.revision += 1;
  }

  /** Time passes; what falls due is called, and what it leads to is waited for. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settled();
      const [next] = [...this.#waiting].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at);
      if (!next) break;
      this.#waiting.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].call();
    }
    this.#now = until;
  }

  #view(): Answer<DraftView> {
    const { revision } = this;
    const { document, layout, scenarios } = copy({ document: this.document, layout: this.layout, scenarios: this.scenarios });
    const value = { id: 'drawn', revision, state: this.state, document, layout, scenarios, updatedAt: `${revision}`, ...this.#more };
    return { ok: true, value: value as unknown as DraftView };
  }
}

/** Answers of this pretend server come in the same turn of the event loop. */
const settled = () => new Promise<void>((done) => setTimeout(done, 0));
