import type { Desk } from '../people/desk.ts';
import { giveOrganisationCode } from '../people/set-up.ts';
import { type ChainFault, verifyAll } from '../store/verify-chain.ts';
import { findStuck, type Stuck } from './find-stuck.ts';

/** What the command line asks of a store, by whichever process has it open. */
export type OwnerCommand = { readonly command: 'add-organisation'; readonly name: string } | { readonly command: 'verify' };
export interface OwnerAnswers {
  readonly 'add-organisation': { readonly code: string; readonly endsAt: string };
  readonly verify: {
    readonly cases: number;
    readonly lines: number;
    readonly faults: readonly ChainFault[];
    readonly stuck: readonly Stuck[];
  };
}

/** Enough to see what happened; a store that is wrong everywhere need not print everything. */
const faultsMax = 1_000;

export async function runOwnerCommand(desk: Desk, command: OwnerCommand): Promise<OwnerAnswers[OwnerCommand['command']]> {
  if (command.command === 'add-organisation') return await giveOrganisationCode(desk, command.name);
  const faults: ChainFault[] = [];
  const counted = await verifyAll(desk.store, (fault) => {
    if (faults.length < faultsMax) faults.push(fault);
  });
  return { ...counted, faults, stuck: await findStuck(desk) };
}

/** A request from the lock socket: only what is known here, never anything else. */
export function readOwnerCommand(request: unknown): OwnerCommand | undefined {
  if (request === null || typeof request !== 'object' || !('command' in request)) return undefined;
  if (request.command === 'verify') return { command: 'verify' };
  if (request.command === 'add-organisation' && 'name' in request && typeof request.name === 'string' && request.name.trim() !== '')
    return { command: 'add-organisation', name: request.name.slice(0, 200) };
  return undefined;
}
