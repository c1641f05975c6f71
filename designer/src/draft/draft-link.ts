import { createStore, type StoreApi } from 'zustand/vanilla';
import { differences } from '../model/differences.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import type { Editor } from '../model/editor.ts';
import { arrivedIn, beneath } from '../model/editor-state.ts';
import type { Entry } from '../model/entry.ts';
import { touchesOf } from '../model/touches.ts';
import type { Answer } from '../server/request.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DraftChanges, DraftView } from '../server/shapes/definitions.ts';
import type { DraftKeep } from './draft-keep.ts';
import { readEntry } from './read-entry.ts';

/** The whole draft, and how it came to be so. */
export interface DraftBody {
  readonly document: unknown;
  readonly layout: unknown;
  readonly scenarios: unknown;
  readonly entries: readonly Entry[];
}
/** How the server is reached, and the only clock. */
export interface DraftWires {
  readonly save: (body: DraftBody, base: number) => Promise<Answer<DraftView>>;
  readonly changes: (after: number) => Promise<Answer<DraftChanges>>;
  readonly read: () => Promise<Answer<DraftView>>;
  /** Calls back once; the answer takes it back. */
  readonly later: (ms: number, call: () => void) => () => void;
}

/** Two people changed the same elements: what is not saved yet, and what the other one saved meanwhile. */
export interface Quarrel {
  readonly mine: readonly Entry[];
  readonly theirs: Entry;
  readonly person?: string;
  /** What both began with: the draft before the first of the quarrels. */
  readonly before?: DesignDocument;
}
/** Of the reader's entries that quarrel: which stand, which he takes back. What came after he was asked is in neither and asked for anew. */
export type Choice = 'mine' | 'theirs' | { readonly stand: readonly string[]; readonly goBack: readonly string[] };

/** What the server says of a draft beside what is drawn: whether it is in review, since when, by whom. */
export type DraftFacts = Omit<DraftView, 'document' | 'layout' | 'scenarios'>;

export interface LinkState {
  /** As the server said last; nothing while it could not be asked. */
  readonly facts?: DraftFacts;
  /** `offline`: kept here and sent when the server answers again. `refused`: it did not take them. `asked`: the reader has to choose first. */
  readonly saved: 'saved' | 'saving' | 'offline' | 'refused' | 'asked';
  /** False where the browser has no room for what is not saved, or keeps nothing: it lives as long as the page. */
  readonly isKept?: boolean;
  /** Of the last save, as the server says it. */
  readonly savedAt?: string;
  readonly problem?: Problem;
  readonly quarrels: readonly Quarrel[];
}

export interface DraftLink {
  readonly store: StoreApi<LinkState>;
  /** Somebody may have saved: asks what. */
  readonly hear: () => Promise<void>;
  /** Sends what waits now, also what was refused. */
  readonly send: () => Promise<void>;
  readonly choose: (choice: Choice) => Promise<void>;
  readonly unsaved: () => boolean;
  /** How many edits of the reader's own are not saved. */
  readonly mine: () => number;
  /** Takes them back for good: what is drawn is what the server has. */
  readonly giveUp: () => void;
  readonly close: () => void;
}

/** A moment after the last edit. */
const restMs = 600;
const againMs = 5_000;

/**
 * Keeps an editor and the draft on the server together. One request at a time: the whole draft with the entries that led there, on the revision it was
 * made on. When somebody was faster, his entries go beneath what is not saved; where both changed the same, the reader chooses.
 */
export function openDraftLink(
  editor: Editor,
  begun: {
    readonly revision: number;
    readonly updatedAt: string;
    readonly facts?: DraftFacts | undefined;
    readonly quarrels?: readonly Quarrel[];
  },
  wires: DraftWires,
  keep: Pick<DraftKeep, 'write'>,
): DraftLink {
  const { quarrels = [], facts } = begun;
  const store = createStore<LinkState>(() => ({
    saved: quarrels.length > 0 ? 'asked' : 'saved',
    savedAt: begun.updatedAt,
    quarrels,
    ...(facts ? { facts } : {}),
  }));
  let base = begun.revision;
  let busy = false;
  let again = false;
  let closed = false;
  let cancel = (): void => undefined;
  const pending = () => editor.store.getState().pending;
  /** What is not saved, where a reload finds it again. Called whenever base and entries belong together. */
  const remember = (): void => {
    const entries = pending().map(({ entry }) => entry);
    if (entries.length === 0) {
      keep.write(undefined);
      return;
    }
    const { definition: document, ...rest } = beneath(editor.store.getState());
    const { savedAt = '', quarrels } = store.getState();
    keep.write({ base, updatedAt: savedAt, document, ...rest, entries, quarrels }, (isKept) => store.setState({ isKept }));
  };
  const soon = (ms: number, what: () => Promise<void> = send): void => {
    cancel();
    if (!closed) cancel = wires.later(ms, () => void what());
  };

  /** Whatever asks the server goes through here, one after the other. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (busy || closed) {
      again = true;
      return;
    }
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
    if (again && !closed) {
      again = false;
      soon(0);
    }
  };

  const send = () => alone(flush);
  const hear = () =>
    alone(async () => {
      if (await pull()) await flush();
    });

  async function flush(): Promise<void> {
    while (!closed && pending().length > 0 && store.getState().quarrels.length === 0) {
      store.setState({ saved: 'saving' });
      const entries = pending().map(({ entry }) => entry);
      const { definition: document, ...rest } = editor.store.getState().document;
      const answer = await wires.save({ document, ...rest, entries }, base);
      if (answer.ok) {
        base = answer.value.revision;
        for (const { id } of entries) editor.acknowledge(id);
        store.setState({ savedAt: answer.value.updatedAt, facts: factsOf(answer.value) });
        remember();
      } else if (answer.problem.code !== 'changed-meanwhile' || !(await pull())) {
        // Somebody sent it to review: what was drawn meanwhile is kept here until it is taken back.
        if (answer.problem.code === 'draft-state') await readWhole();
        if (answer.problem.code !== 'changed-meanwhile') failed(answer.problem);
        return;
      }
    }
    settle();
  }

  function settle(): void {
    const { quarrels } = store.getState();
    if (quarrels.length > 0) store.setState({ saved: 'asked' });
    else if (pending().length === 0) store.setState({ saved: 'saved' });
  }

  function failed(problem: Problem): void {
    const waits = problem.code === 'offline' || problem.status === 503 || problem.status === 429;
    store.setState(waits ? { saved: 'offline' } : { saved: 'refused', problem });
    if (waits) soon(againMs);
  }

  /** It was published: there is no draft any more, until somebody begins the next one. */
  const over = (): void => store.setState(({ facts }) => (facts ? { facts: { ...facts, state: 'published' } } : {}));

  /** Brings in what others saved. False if the server could not be asked. */
  async function pull(): Promise<boolean> {
    const told = await wires.changes(base);
    if (!told.ok) {
      if (told.problem.status === 404) over();
      if (told.problem.status !== 404 || pending().length > 0) failed(told.problem);
      return false;
    }
    const read = told.value.changes.map((change) => ({ person: change.person?.name, entries: change.entries.map(readEntry) }));
    if (!told.value.complete || read.some(({ entries }) => entries.includes(undefined))) return await readWhole();
    for (const { person, entries } of read) for (const entry of entries) if (entry) heard(entry, person);
    base = told.value.revision;
    remember();
    return true;
  }

  function heard(entry: Entry, person: string | undefined): void {
    if (pending().some((mine) => mine.entry.id === entry.id)) {
      editor.acknowledge(entry.id); // It arrived, only its answer was lost.
      return;
    }
    const known = beneath(editor.store.getState());
    const mine = editor.applyForeign(entry);
    if (mine.length === 0) return;
    const before = store.getState().quarrels[0]?.before ?? known;
    const quarrel: Quarrel = { mine, theirs: entry, ...(person === undefined ? {} : { person }), before };
    store.setState(({ quarrels }) => ({ quarrels: [...quarrels, quarrel] }));
  }

  /** Too far behind: the draft as it is now goes beneath what is not saved, as if it were one change of somebody's. */
  async function readWhole(): Promise<boolean> {
    const answer = await wires.read();
    if (!answer.ok) {
      failed(answer.problem);
      return false;
    }
    const { document, layout, scenarios, revision, updatedBy } = answer.value;
    const theirs = openDocument(document, layout, scenarios);
    if (!theirs.ok) {
      store.setState({ saved: 'refused', problem: { type: 'about:blank', status: 0, code: 'unreadable-answer' } });
      return false;
    }
    for (const id of arrivedIn(theirs.value, editor.store.getState())) editor.acknowledge(id);
    const known = beneath(editor.store.getState());
    const patches = differences(known, theirs.value);
    const words = { id: 'edit.whole-draft', facts: {} } as const;
    const touches = touchesOf(patches, known);
    if (patches.length > 0)
      heard({ id: `draft ${revision}`, by: updatedBy?.id ?? '', at: 0, act: 'edit', words, patches, touches }, updatedBy?.name);
    base = revision;
    store.setState({ facts: factsOf(answer.value) });
    remember();
    return true;
  }

  const stop = editor.onEntry(() => {
    remember();
    if (store.getState().saved === 'saved') store.setState({ saved: 'saving' });
    soon(restMs);
  });

  if (pending().length > 0) {
    // What an earlier window left behind. Whoever still has to choose is asked about what came meanwhile as well.
    if (quarrels.length === 0) store.setState({ saved: 'saving' });
    soon(restMs, quarrels.length === 0 ? send : hear);
  }

  return {
    store,
    hear,
    send,
    choose: async (choice) => {
      const { quarrels } = store.getState();
      const all = quarrels.flatMap((quarrel) => quarrel.mine.map(({ id }) => id));
      const { stand, goBack } = choice === 'mine' ? { stand: all, goBack: [] } : choice === 'theirs' ? { stand: [], goBack: all } : choice;
      const isOpen = ({ id }: Entry) => !stand.includes(id) && !goBack.includes(id);
      const left = quarrels.map((quarrel) => ({ ...quarrel, mine: quarrel.mine.filter(isOpen) })).filter(({ mine }) => mine.length > 0);
      store.setState({ quarrels: left });
      editor.withdraw(goBack);
      remember();
      await send();
    },
    unsaved: () => pending().length > 0,
    mine: () => pending().length,
    giveUp: () => {
      editor.withdraw(pending().map(({ entry }) => entry.id));
      store.setState({ quarrels: [] });
      remember();
      settle();
    },
    close: () => {
      closed = true;
      cancel();
      stop();
    },
  };
}

export const factsOf = ({ document: _, layout: __, scenarios: ___, ...facts }: DraftView): DraftFacts => facts;
