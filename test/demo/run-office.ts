import { type Counted, passRows } from '../../runtime-api/src/cli/import-rows.ts';
import { type Ask, runOwnerCommand } from '../../runtime-api/src/cli/owner-commands.ts';
import type { Table, TableLine } from '../../runtime-api/src/cli/read-table.ts';
import type { ImportMap } from '../../runtime-api/src/import/import-map.ts';
import type { ImportSetting } from '../../runtime-api/src/import/import-setting.ts';
import type { ImportRow } from '../../runtime-api/src/import/read-row.ts';
import type { Commit } from '../../runtime-api/src/store/commit.ts';
import { sweep } from '../../runtime-api/src/store/tenant.ts';
import { ServerChronicle } from './chronicle.ts';
import { type DemoOffice, outsider } from './demo-office.ts';
import { type Habits, type Intention, inOrder } from './habits.ts';
import { consumer, type Hands } from './people.ts';

/** A row of the table, as it stands there and as it will be entered. */
export interface Arrival {
  readonly line: TableLine;
  readonly row: ImportRow;
  readonly enteredAt: string;
}
/** One complaint with the procedures it led to. */
export interface Family {
  readonly row: ImportRow;
  readonly cases: Map<string, string>;
  readonly plans: Map<string, Plan>;
  consumer?: string;
  refused: number;
}
interface Plan {
  readonly intention: Intention;
  readonly caseId: string;
  readonly task?: string;
}

/** Requests of the staff that are on their way at the same time. */
const atOnceMax = 16;

/** Runs the office until every case has ended: rows come in on their day, deadlines fire at their time, staff work through the HTTP API. */
export class OfficeRun {
  readonly families = new Map<string, Family>();
  readonly chronicle = new ServerChronicle();
  requests = 0;
  moments = 0;
  readonly #office: DemoOffice;
  readonly #habits: Habits;
  readonly #of = new Map<string, Family>();
  readonly #seenTasks = new Set<string>();
  readonly #changed = new Set<string>();

  constructor(office: DemoOffice, habits: Habits) {
    this.#office = office;
    this.#habits = habits;
    office.server.running.office.ports.work.watch((commit) => this.#committed(commit));
  }

  /** The table again, or a part of it, by the way that `redress import --mode live` goes in the process that owns the store. */
  async enter(lines: readonly TableLine[], map: ImportMap): Promise<Counted> {
    const { office } = this.#office.server.running;
    const ask = (async (command) => await runOwnerCommand(office, command)) as Ask;
    const setting = await importSettingOf(ask);
    const refused = (line: number, _key: string, problem: object): void => {
      throw new Error(`Line ${line}: ${JSON.stringify(problem)}`);
    };
    const progress = (): void => undefined;
    return passRows({ table: tableOf(lines), map, setting, mode: 'live', dryRun: false, ask, progress, refused });
  }

  async run(arrivals: readonly Arrival[], map: ImportMap, tell: (ended: number) => void): Promise<void> {
    const waiting = [...arrivals].sort((one, other) => one.enteredAt.localeCompare(other.enteredAt));
    const { clock } = this.#office.server;
    for (;;) {
      const at = await this.#next(waiting[0]?.enteredAt);
      if (at === undefined) return;
      this.moments += 1;
      clock.jumpTo(Date.parse(at));
      const today: Arrival[] = [];
      while (waiting[0] !== undefined && waiting[0].enteredAt <= at) today.push(...waiting.splice(0, 1));
      for (const { row } of today) this.#expect(row, at);
      if (today.length > 0)
        await this.enter(
          today.map(({ line }) => line),
          map,
        );
      await this.#settle();
      for (let due = this.#due(at); due.length > 0; due = this.#due(at)) {
        await together(due, ([family, key, plan]) => this.#act(family, key, plan));
        await this.#settle();
      }
      tell(this.chronicle.endedAt.size);
    }
  }

  #expect(row: ImportRow, enteredAt: string): void {
    const plans = this.#habits.wishes(row, enteredAt).map((intention) => [intention.step, { intention, caseId: '' }] as const);
    this.families.set(row.key, { row, cases: new Map(), plans: new Map(plans), refused: 0 });
  }

  #committed(commit: Commit): void {
    this.chronicle.note(commit);
    if ((commit.unsettled.steps.at(-1)?.tasks.length ?? 0) > 0) this.#changed.add(commit.caseId); // As the window is told that tasks changed.
    if (this.#of.has(commit.caseId)) return;
    const { parent, businessKey, definition } = commit.document;
    const family = parent ? this.#of.get(parent.caseId) : this.families.get(businessKey ?? '');
    if (!family) throw new Error(`Nobody knows case ${commit.caseId}`);
    family.cases.set(commit.caseId, definition.id);
    this.#of.set(commit.caseId, family);
  }

  /** Everything that follows by itself, and then a look at the tasks of the cases that changed. */
  async #settle(): Promise<void> {
    await this.#office.server.idle();
    const changed = [...this.#changed];
    this.#changed.clear();
    await together(changed, (caseId) => this.#look(caseId));
  }

  /** What is open in a case, as the staff see it. */
  async #look(caseId: string): Promise<void> {
    const family = this.#of.get(caseId);
    if (!family) return;
    const { rows } = (await this.#post('Fay', '/tasks/search', { case: caseId, limit: 100 })).body;
    const open = new Set<string>(rows.map((row: { id: string }) => row.id));
    for (const [key, plan] of family.plans)
      if (plan.caseId === caseId && plan.task !== undefined && !open.has(key)) family.plans.delete(key);
    for (const { id, definition, step, role, kind, openedAt } of rows) {
      if (this.#seenTasks.has(id)) continue;
      this.#seenTasks.add(id);
      const intention = this.#habits.intention(family.row, { process: definition, step, role, kind, openedAt });
      if (intention) family.plans.set(id, { intention, caseId, task: id });
    }
  }

  /** Of each complaint the first thing that is due; one after the other, as in a rehearsal. */
  #due(at: string): readonly (readonly [Family, string, Plan])[] {
    const due: (readonly [Family, string, Plan])[] = [];
    for (const family of this.families.values()) {
      let first: readonly [string, Plan] | undefined;
      for (const entry of family.plans)
        if (entry[1].intention.at <= at && (!first || inOrder(entry[1].intention, first[1].intention) < 0)) first = entry;
      if (first) due.push([family, ...first]);
    }
    return due;
  }

  /** The next moment at which anything happens: a complaint comes in, somebody acts, something falls due in the store. */
  async #next(arrival: string | undefined): Promise<string | undefined> {
    const { store } = this.#office.server.running;
    const now = new Date(this.#office.server.clock.now()).toISOString();
    const [timer, effect] = await Promise.all([
      sweep(store.cases.findOne({ nextDueAt: { $gt: now } }, { nextDueAt: 1 }), 'due-timers')
        .sort({ nextDueAt: 1 })
        .lean<{ readonly nextDueAt: string }>(),
      sweep(store.effects.findOne({ nextAt: { $gt: now } }, { nextAt: 1 }), 'due-effects')
        .sort({ nextAt: 1 })
        .lean<{ readonly nextAt: string }>(),
    ]);
    let next = [arrival, timer?.nextDueAt, effect?.nextAt].reduce(earlier, undefined);
    for (const { plans } of this.families.values()) for (const { intention } of plans.values()) next = earlier(next, intention.at);
    return next;
  }

  async #act(family: Family, key: string, { intention, caseId: known, task }: Plan): Promise<void> {
    family.plans.delete(key);
    const caseId = known || [...family.cases].find(([, process]) => process === intention.process)?.[0];
    if (caseId === undefined || (intention.kind === 'work' && this.chronicle.endedAt.has(caseId))) return;
    for (const event of intention.events) {
      for (const hands of intention.hands) {
        const code = await this.#try(family, { intention, event, hands, caseId, ...(task !== undefined && { task }) });
        if (code === undefined) return;
        // Who is kept away from a case altogether does not even learn that it exists.
        if (code === 'excluded' || code === 'not-found' || code === 'case-not-found') family.refused += 1;
        else if (code === 'event-not-accepted') break;
        else throw new Error(`${hands.by} in ${intention.process}/${intention.step}, ${event}: ${code}`);
      }
    }
  }

  /** One request; the code of its refusal, if it was refused. */
  async #try(family: Family, attempt: Attempt): Promise<string | undefined> {
    const { intention, event, hands, caseId, task } = attempt;
    const onBehalfOf = hands.onBehalfOf === undefined ? {} : { onBehalfOf: await this.#outsider(family, hands.onBehalfOf) };
    const sentAt = new Date(this.#office.server.clock.now()).toISOString();
    const body =
      intention.kind === 'print'
        ? { event: 'letter.sent', values: { how: 'post', sentAt } }
        : { event, values: intention.values(event), ...onBehalfOf };
    const path = intention.free || task === undefined ? `/cases/${caseId}/events` : `/tasks/${encodeURIComponent(task)}/completion`;
    const answer = await this.#post(hands.by, path, body);
    return answer.status === 200 ? undefined : `${answer.body.code}`;
  }

  async #outsider(family: Family, name: string): Promise<string> {
    if (name !== consumer) return this.#office.outsiders.get(name) ?? '';
    this.requests += family.consumer === undefined ? 1 : 0;
    family.consumer ??= await outsider(this.#office, `Consumer ${family.row.key}`, 'complainant');
    return family.consumer;
  }

  async #post(name: string, path: string, body: unknown) {
    const desk = this.#office.desks.get(name);
    if (!desk) throw new Error(`Nobody is called ${name}`);
    this.requests += 1;
    return desk.post(path, body);
  }
}

interface Attempt {
  readonly intention: Intention;
  readonly event: string;
  readonly hands: Hands;
  readonly caseId: string;
  readonly task?: string;
}

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

export async function importSettingOf(ask: Ask): Promise<ImportSetting> {
  const setting = await ask({ command: 'import-setting', process: 'complaint' });
  if (!setting.ok) throw new Error(JSON.stringify(setting.refusal));
  return setting.value;
}

function tableOf(lines: readonly TableLine[]): Table {
  return {
    bytes: 0,
    columns: [],
    lines: (async function* () {
      yield* lines;
    })(),
  };
}

async function together<Value>(list: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(atOnceMax, waiting.length) }, worker));
}
