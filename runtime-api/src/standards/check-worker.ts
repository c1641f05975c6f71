import { parentPort } from 'node:worker_threads';
import { type Checked, type Contract, check, contractOf, contractsAmong, packsWith } from '@redress/definitions';
import type { Definition } from '@redress/engine';
import { LatestUsed } from '../definitions/latest-used.ts';

/** A procedure to be checked, with the laws that it is checked by as well, and with those that it may start; each with its hash. */
export interface CheckWish {
  readonly definition: Definition;
  readonly laws: readonly string[];
  readonly beside: readonly { readonly hash: string; readonly definition: Definition }[];
}

/** Contracts of procedures seen before, by hash. */
const contracts = new LatestUsed<Contract>(200);

function checked({ definition, laws, beside }: CheckWish): readonly Checked[] {
  const of = contractsAmong((id, others) => {
    const started = beside.find((one) => one.definition.id === id);
    return started && contractIn(started, others);
  });
  return check({ definition }, { packs: packsWith(laws), contractOf: of });
}

/** What a procedure promises follows from it and from those that it starts itself: it is kept only where it starts none. */
function contractIn({ hash, definition }: CheckWish['beside'][number], others: (id: string) => Contract | undefined): Contract {
  const known = contracts.get(hash);
  if (known) return known;
  let startsAny = false;
  const contract = contractOf({ definition }, (id) => {
    startsAny = true;
    return others(id);
  });
  if (!startsAny) contracts.set(hash, contract);
  return contract;
}

// A thread of its own: whatever a definition makes of the check, the server goes on, and ends it when it takes too long or too much.
parentPort?.postMessage('ready');
parentPort?.on('message', (wish: CheckWish) => parentPort?.postMessage(checked(wish)));
