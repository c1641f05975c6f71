import { type Definition, follow, type Graph } from '@redress/engine';
import { type CheckOptions, concerning, examine } from '../check/check.ts';
import type { Examined } from '../check/examined.ts';
import type { Pack } from '../check/rule.ts';
import type { CaseFindings, CaseRecord } from './case-record.ts';
import { deviationsOf } from './deviations.ts';
import { entitled } from './entitled.ts';
import { measuresFor } from './measures/all-measures.ts';
import type { Lived, Reader, Sample } from './measures/measure.ts';
import { monitorFor, readOnCases } from './monitors.ts';
import { type Run, runOf } from './run.ts';

export interface OperationOptions extends CheckOptions {
  /** Where days that a law counts begin and end. */
  readonly timeZone?: string;
}

/** Judges cases of one procedure by their journals. The rules are those by which the procedure is proved, read on one run each. */
export class Operation {
  readonly #examined: Examined;
  readonly #monitors: readonly { readonly rule: string; readonly monitor: NonNullable<ReturnType<typeof monitorFor>> }[];

  readonly #measures: readonly { readonly id: string; readonly read: Reader }[];

  constructor(graph: Graph, { packs, contractOf, timeZone = 'UTC' }: OperationOptions) {
    this.#examined = examine(graph, contractOf);
    this.#monitors = packs.flatMap((pack) =>
      concerning(pack, graph.definition.kind).flatMap(({ rule }) => {
        const monitor = monitorFor(this.#examined, rule.property, timeZone);
        return monitor ? [{ rule: rule.id, monitor }] : [];
      }),
    );
    const examined = this.#examined;
    this.#measures = measuresFor(graph.definition.kind).flatMap(({ id, reads }) => {
      const read = reads(examined);
      return read ? [{ id, read }] : [];
    });
  }

  /** Measures that this procedure has something of which they can be read. */
  get measures(): readonly string[] {
    return this.#measures.map(({ id }) => id);
  }

  judge(record: CaseRecord): CaseFindings {
    const { graph } = this.#examined;
    const followed = entitled(this.#examined, record, follow(graph, record.lines));
    const run = runOf(this.#examined, record, followed);
    return {
      rules: this.#monitors.flatMap(({ rule, monitor }) => {
        const judged = monitor(run);
        return judged ? [{ rule, ...judged }] : [];
      }),
      deviations: deviationsOf(this.#examined, record, followed, run),
      samples: this.#samplesOf(this.#lived(record, run)),
    };
  }

  #lived(record: CaseRecord, run: Run): Lived {
    const last = run.steps.at(-1);
    const isOver = last?.ends === true;
    const [outcome] = isOver ? last.to.leaves.flatMap((step) => this.#examined.elements.whole(step).outcome ?? []) : [];
    return { record, run, isOver, ...(outcome !== undefined && { outcome }) };
  }

  #samplesOf(lived: Lived): readonly Sample[] {
    return this.#measures.flatMap(({ id, read }) => read(lived).map((reading) => ({ measure: id, ...reading })));
  }
}

/** Ids of the rules for a kind of procedure that the journal of a case can keep or break. */
export const rulesOnCases = (packs: readonly Pack[], kind: Definition['kind']): readonly string[] =>
  packs.flatMap(({ rules }) =>
    rules.flatMap(({ rule }) => (rule.appliesTo.includes(kind) && readOnCases(rule.property).length > 0 ? [rule.id] : [])),
  );
