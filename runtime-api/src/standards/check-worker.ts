import { parentPort } from 'node:worker_threads';
import {
  type CaseFindings,
  type CaseRecord,
  type Checked,
  type Contract,
  type ContractOf,
  check,
  contractOf,
  contractsAmong,
  Operation,
  packsWith,
} from '@redress/definitions';
import { type Definition, explore, subProceduresOf } from '@redress/engine';
import { LatestUsed } from '../definitions/latest-used.ts';

/** A procedure to be checked, with the laws that it is checked by as well, and with those that it may start; each with its hash. */
export interface CheckWish {
  readonly definition: Definition;
  readonly laws: readonly string[];
  readonly beside: readonly { readonly hash: string; readonly definition: Definition }[];
}

/** Cases of a procedure to be judged by their journals. `key`: the same for the same procedure beside the same others, by the same rules. */
export interface JudgeWish extends CheckWish {
  readonly key: string;
  readonly records: readonly CaseRecord[];
  /** Of the organisation. */
  readonly timeZone: string;
}

/** Contracts of procedures seen before, by hash. */
const contracts = new LatestUsed<Contract>(200);

/** Procedures whose cases were judged last: exploring one takes longer than judging hundreds of cases. */
const operations = new LatestUsed<Operation>(8);

const rulesFor = ({ laws, beside }: CheckWish) => {
  const started = new Map(beside.map((one) => [one.definition.id, one]));
  return {
    packs: packsWith(laws),
    contractOf: contractsAmong(
      (id) => started.get(id)?.definition,
      (definition, others) => contractIn(definition, started.get(definition.id)?.hash, others),
    ),
  };
};

const checked = (wish: CheckWish): readonly Checked[] => check(wish, rulesFor(wish));

/** What was found in cases, in their order, and which measures their procedure has something for. */
export interface Judged {
  readonly findings: readonly CaseFindings[];
  readonly measures: readonly string[];
}

function judged(wish: JudgeWish): Judged {
  const operation = operations.get(wish.key) ?? new Operation(explore(wish), { ...rulesFor(wish), timeZone: wish.timeZone });
  operations.set(wish.key, operation);
  return { findings: wish.records.map((record) => operation.judge(record)), measures: operation.measures };
}

/** What a procedure promises follows from it and from those that it starts itself: it is kept only where it starts none. */
function contractIn(definition: Definition, hash: string | undefined, others: ContractOf): Contract {
  const known = hash === undefined ? undefined : contracts.get(hash);
  if (known) return known;
  const contract = contractOf({ definition }, others);
  if (hash !== undefined && subProceduresOf(definition).length === 0) contracts.set(hash, contract);
  return contract;
}

// A thread of its own: whatever a definition makes of the check, the server goes on, and ends it when it takes too long or too much.
parentPort?.postMessage('ready');
parentPort?.on('message', (wish: CheckWish | JudgeWish) => parentPort?.postMessage('records' in wish ? judged(wish) : checked(wish)));
