import {
  type Definition,
  endedByClocks,
  type FreeRow,
  type Graph,
  isClockDue,
  leavingDelays,
  type Occurrence,
  outcomesAsked,
  type Party,
  type Rows,
} from '@redress/engine';
import type { Reading } from './as-drawn.ts';
import { type ChildEnds, childEnds } from './child-ends.ts';
import type { Contract } from './contracts.ts';
import { endingsIn } from './endings.ts';
import { firstSteps } from './first-steps.ts';
import { type Handovers, handoversIn } from './handovers.ts';
import { isSent, isSubmitted, meaningOf, type Said, saidOf, type Taken, waitOf } from './said.ts';
import { LetterReader, type Told, toldOf } from './told.ts';
import { type ToldOnTheWay, toldOnTheWay } from './told-on-the-way.ts';

/** A step or a way with all that rules ask of it. What the format leaves to be derived is derived here, and only here. */
export interface Element {
  readonly is: 'step' | 'way';
  /** The step itself; of a way the step that it is taken from. */
  readonly step: string;
  /** Id of the step, JSON pointer of the row. */
  readonly address: string;
  readonly stages: ReadonlySet<string>;
  /** Of an end of the case. */
  readonly outcome?: string;
  readonly isEnd: boolean;
  readonly isResting: boolean;
  /** Outcomes that a case in it can still end with. */
  readonly endings: () => ReadonlySet<string>;
  readonly role?: string;
  /** Roles that its task may go over to while it is open. */
  readonly handedTo: readonly string[];
  readonly owner?: string;
  readonly waits: Party;
  /** What ends the wait: delays whose rows lead away, and `clock` where one ends it. */
  readonly deadlines: readonly string[];
  readonly hasProgress: boolean;
  readonly isCharged: boolean;
  readonly excludes: readonly string[];
  readonly hides: readonly string[];
  readonly told: Told;
  readonly records: ReadonlySet<string>;
  /** What it files for certain: a form of a step files nothing before somebody submits it. */
  readonly filed: ReadonlySet<string>;
  /** Required by its form · all that it asks. */
  readonly fields: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  /** Filled in for certain, as `filed` is filed. */
  readonly fills: ReadonlySet<string>;
  readonly way?: Way;
}

/** What only a way has. */
export interface Way extends Said {
  readonly row: FreeRow;
  readonly isTimer: boolean;
  /** The role of the task itself sends it. */
  readonly completes: boolean;
  readonly from: readonly Element[];
  /** What was done in the sub-procedure whose end takes it, on every run to one of the ends that may have; as `doing` writes it. */
  readonly mayEnd: ReadonlySet<string>;
  /** Steps and ends that it leads to, as they are when they have done all that they do. */
  readonly leadsTo: readonly Element[];
}

/** A step when a case has come into it, and with all that it does until it is left: the letter of a letter step is out then. */
interface Step {
  readonly entered: Element;
  readonly whole: Element;
}

/** Reads the elements of one procedure from what can happen in it. Each is read once. */
export class Elements {
  readonly #graph: Graph;
  readonly #contractOf: (definition: string) => Contract | undefined;
  readonly #definition: Definition;
  readonly #letters: LetterReader;
  readonly #steps = new Map<string, Step>();
  readonly #happened: (Element | undefined)[] = [];
  #all: readonly Element[] | undefined;
  /** Where a case begins: the form of the start has been filled in there. */
  readonly #first: ReadonlySet<string>;
  /** Where a case can be found between two events. */
  readonly #rested: ReadonlySet<string>;
  readonly #endedByClocks: ReadonlySet<string>;
  readonly #handovers: Handovers;
  readonly #onTheWay: ToldOnTheWay;
  readonly #endings: (step: string) => ReadonlySet<string>;
  readonly #isDrawn: boolean;

  constructor(graph: Graph, contractOf: (definition: string) => Contract | undefined, reading: Reading = 'at-worst') {
    this.#isDrawn = reading === 'as-drawn';
    this.#contractOf = contractOf;
    this.#graph = graph;
    this.#definition = graph.definition;
    this.#letters = new LetterReader(graph.definition);
    this.#first = new Set(firstSteps(graph));
    this.#rested = new Set(graph.nodes.flatMap((node) => node.leaves));
    this.#endedByClocks = endedByClocks(graph);
    this.#handovers = this.#isDrawn ? new Map() : handoversIn(graph);
    this.#onTheWay = toldOnTheWay(graph, this.#letters);
    this.#endings = endingsIn(graph);
  }

  /** What has happened, with what was true at that moment: a letter step tells nothing before its letter is out. */
  of(occurrence: Occurrence): Element {
    const known = this.#happened[occurrence.id];
    if (known) return known;
    const element =
      occurrence.is === 'taken' ? this.#wayOf(occurrence) : this.#step(occurrence.state)[occurrence.is === 'entered' ? 'entered' : 'whole'];
    this.#happened[occurrence.id] = element;
    return element;
  }

  /** A step with all that it does from entering to leaving. */
  whole(step: string): Element {
    return this.#step(step).whole;
  }

  /** All that can occur, each read once: a way seen from each of the steps that it was taken from, what it leads to included. */
  all(): readonly Element[] {
    this.#all ??= this.#everything();
    return this.#all;
  }

  #everything(): readonly Element[] {
    const { occurrences } = this.#graph;
    const steps = new Set(occurrences.flatMap((occurrence) => (occurrence.is === 'entered' ? [occurrence.state] : [])));
    // What a decision does on the way belongs to the way that led to it.
    const ways = occurrences
      .filter((occurrence) => occurrence.is === 'taken' && !this.#follows(occurrence.row))
      .map((occurrence) => this.of(occurrence));
    return [...[...steps].map((step) => this.whole(step)), ...ways];
  }

  #follows(at: string): boolean {
    const via = this.#graph.rows.get(at)?.via;
    return via === 'always' || via === 'onDone';
  }

  #step(id: string): Step {
    const known = this.#steps.get(id);
    if (known) return known;
    const { invoke, entry } = this.#graph.states.get(id)?.definition ?? {};
    const entered = this.#enteredStep(id, this.#letters.of(entry));
    const letter = invoke?.src === 'letter' ? this.#letters.letter(invoke.input.letter, invoke.input.to) : undefined;
    const whole = letter
      ? {
          ...entered,
          told: toldOf([entered.told, letter.told]),
          records: new Set([...entered.records, ...letter.records]),
          filed: new Set([...entered.filed, ...letter.records]),
        }
      : entered;
    const read = { entered, whole };
    this.#steps.set(id, read);
    return read;
  }

  #enteredStep(id: string, entry: ReturnType<LetterReader['of']>): Element {
    const state = this.#graph.states.get(id);
    if (!state) throw new Error(`a step that the procedure does not have: ${id}`);
    const { definition: own } = state;
    const task = own.invoke?.src === 'task' ? own.invoke.input : undefined;
    const tags = [...state.tags];
    const outcome = tags.find((tag) => tag.startsWith('outcome:'))?.slice('outcome:'.length);
    const around = [id, ...state.around].flatMap((each) => this.#graph.states.get(each) ?? []);
    // Of a case that is all tracks, the ends of the tracks are its end.
    const isEnd = state.kind === 'final' && state.around.length === (this.#definition.machine.type === 'parallel' ? 1 : 0);
    const form = task && isSubmitted(task, [id, ...state.around, ''], this.#graph) ? task.form : undefined;
    const filled = this.#filledIn(form, id, tags);
    const isFirst = this.#first.has(id);
    const filed = new Set([...entry.records, ...(isFirst ? this.#recordsOf(this.#definition.start?.form) : [])]);
    const records = new Set([...filed, ...this.#recordsOf(form)]);
    return {
      is: 'step',
      step: id,
      address: id,
      stages: new Set(tags.filter((tag) => tag.startsWith('stage:')).map((tag) => tag.slice('stage:'.length))),
      ...(outcome !== undefined && { outcome }),
      isEnd,
      isResting: state.kind === 'atomic' && (own.always === undefined || this.#rested.has(id)),
      endings: () => this.#endings(id),
      ...(task && { role: task.role }),
      handedTo: task ? ['', id, ...state.around].flatMap((each) => this.#handovers.get(each) ?? []) : [],
      ...(state.owner !== undefined && { owner: state.owner }),
      waits: waitOf(tags),
      deadlines: [
        ...(this.#endedByClocks.has(id) ? ['clock'] : []),
        ...around.flatMap(({ definition }) => leavingDelays(definition.after, this.#definition)),
      ],
      hasProgress: around.some(({ definition }) => this.#tellsProgress(definition.after)),
      isCharged: (own.meta?.charge?.amount ?? 0) > 0,
      excludes: own.invoke && 'excludes' in own.invoke.input ? (own.invoke.input.excludes ?? []) : [],
      hides: task?.hides ?? [],
      told: toldOf([entry.told, this.#onTheWay.get(id) ?? new Map()]),
      records,
      filed: this.#isDrawn ? records : filed,
      ...filled,
      fills: this.#isDrawn ? filled.fields : isFirst ? this.#filledIn(undefined, id, []).fields : new Set(),
    };
  }

  #recordsOf = (form: string | undefined): readonly string[] => (form === undefined ? [] : (this.#definition.forms[form]?.records ?? []));

  /** What its form asks, with the number that a case has from its start, and the due date where a clock begins. */
  #filledIn(form: string | undefined, step: string, tags: readonly string[]): Pick<Element, 'fields' | 'asks'> {
    const forms = [form, this.#first.has(step) ? this.#definition.start?.form : undefined].flatMap((id) =>
      id === undefined ? [] : (this.#definition.forms[id] ?? []),
    );
    const lines = forms.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
    const given = [
      ...(this.#first.has(step) ? ['case-id'] : []),
      ...(Object.values(this.#definition.clocks).some(({ starts }) => starts.some((tag) => tags.includes(tag))) ? ['due-date'] : []),
    ];
    const named = (field: string): string => meaningOf(field, this.#definition);
    return {
      fields: new Set([...given, ...lines.filter((line) => line.required && !line.when).map((line) => named(line.field))]),
      asks: new Set([...given, ...lines.map((line) => named(line.field))]),
    };
  }

  #tellsProgress(after: Rows | undefined): boolean {
    return Object.entries(after ?? {}).some(
      ([delay, rows]) =>
        this.#definition.delays[delay]?.repeat === true &&
        rows.some((row) => row.guard === undefined) &&
        rows.every((row) => this.#letters.of(row.actions).told.get('complainant')?.has('progress')),
    );
  }

  #wayOf(occurrence: Taken): Element {
    const row = this.#graph.rows.get(occurrence.row);
    if (!row) throw new Error(`a row that the procedure does not have: ${occurrence.row}`);
    const from = occurrence.from.map((id) => this.whole(id));
    const [first] = from;
    const base = first ?? this.whole(row.source);
    const following = occurrence.then.flatMap((at) => this.#graph.rows.get(at)?.row.actions ?? []);
    const letters = this.#letters.of([...(row.row.actions ?? []), ...following]);
    const ends = this.#endsBehind(occurrence);
    const told = toldOf([letters.told, ...(ends?.told ?? [])]);
    const event = row.via === 'on' ? this.#definition.events[row.name] : undefined;
    const isEvent = isSent(row);
    const ownSenders = row.row.meta?.by ?? event?.by;
    const said = saidOf(occurrence, {
      graph: this.#graph,
      roleOf: (step) => this.whole(step).role,
      endsBehind: (taken) => this.#endsBehind(taken),
    });
    const form = isEvent ? (event?.form ?? (ownSenders === undefined ? this.#formOf(base.step) : undefined)) : undefined;
    const filed = new Set([...letters.records, ...this.#recordsOf(form)]);
    const filled = form === undefined ? { fields: new Set<string>(), asks: new Set<string>() } : this.#filledIn(form, '', []);
    return {
      ...base,
      is: 'way',
      step: base.step,
      address: row.at,
      isEnd: false,
      isResting: false,
      told,
      records: filed,
      filed,
      ...filled,
      fills: filled.fields,
      way: {
        row,
        ...said,
        isTimer: row.target !== undefined && (row.via === 'after' ? this.#definition.delays[row.name]?.repeat !== true : isClockDue(row)),
        completes: isEvent && [base.role, ...base.handedTo].some((role) => role !== undefined && said.senders.includes(role)),
        from,
        mayEnd: ends?.possibly ?? new Set(),
        leadsTo: occurrence.entered.map((id) => this.whole(id)),
      },
    };
  }

  #endsBehind({ row, outcome }: Taken): ChildEnds | undefined {
    const { via, source = '' } = this.#graph.rows.get(row) ?? {};
    const invoke = this.#graph.states.get(source)?.definition.invoke;
    if (via !== 'done' || invoke?.src !== 'case') return undefined;
    // Outcomes that its rows tell apart.
    return childEnds(this.#contractOf(invoke.input.definition), outcome, outcomesAsked(invoke.onDone));
  }

  #formOf(step: string): string | undefined {
    const invoke = this.#graph.states.get(step)?.definition.invoke;
    return invoke?.src === 'task' ? invoke.input.form : undefined;
  }
}
