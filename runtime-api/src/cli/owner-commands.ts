import type { Result } from '@redress/engine';
import { enterRows, type RowAnswer, type RowsToEnter } from '../import/enter-rows.ts';
import { type ImportSetting, importSetting, type SettingRefusal } from '../import/import-setting.ts';
import type { Desk } from '../people/desk.ts';
import { giveOrganisationCode } from '../people/set-up.ts';
import type { Ports } from '../ports.ts';
import type { ChainFault } from '../store/chain-faults.ts';
import { verifyAll } from '../store/verify-chain.ts';
import { findStuck, type Stuck } from './find-stuck.ts';

/** What the command line asks of a store, by whichever process has it open. */
export type OwnerCommand =
  | { readonly command: 'add-organisation'; readonly name: string }
  | { readonly command: 'verify' }
  | { readonly command: 'import-setting'; readonly process: string; readonly organisation?: string }
  | ({ readonly command: 'import-rows' } & RowsToEnter);
export interface OwnerAnswers {
  readonly 'add-organisation': { readonly code: string; readonly endsAt: string };
  readonly verify: {
    readonly cases: number;
    readonly lines: number;
    readonly faults: readonly ChainFault[];
    readonly stuck: readonly Stuck[];
  };
  readonly 'import-setting': Result<ImportSetting, SettingRefusal>;
  readonly 'import-rows': readonly RowAnswer[];
}
/** Sends a command to whoever has the store open. */
export type Ask = <Command extends OwnerCommand>(command: Command) => Promise<OwnerAnswers[Command['command']]>;

/** Enough to see what happened; a store that is wrong everywhere need not print everything. */
const faultsMax = 1_000;

export async function runOwnerCommand(
  { desk, ports }: { readonly desk: Desk; readonly ports: Ports },
  command: OwnerCommand,
): Promise<OwnerAnswers[OwnerCommand['command']]> {
  switch (command.command) {
    case 'add-organisation':
      return await giveOrganisationCode(desk, command.name);
    case 'verify': {
      const faults: ChainFault[] = [];
      const counted = await verifyAll(desk.store, (fault) => {
        if (faults.length < faultsMax) faults.push(fault);
      });
      return { ...counted, faults, stuck: await findStuck(desk) };
    }
    case 'import-setting':
      return await importSetting(ports, command);
    case 'import-rows':
      return await enterRows(command, ports);
  }
}

/** A request from the lock socket: only what is known here, never anything else. It comes from the same user, over a folder of mode 0700. */
export function readOwnerCommand(request: unknown): OwnerCommand | undefined {
  if (request === null || typeof request !== 'object' || !('command' in request)) return undefined;
  if (request.command === 'verify') return { command: 'verify' };
  if (request.command === 'add-organisation' && 'name' in request && typeof request.name === 'string' && request.name.trim() !== '')
    return { command: 'add-organisation', name: request.name.slice(0, 200) };
  if (request.command === 'import-setting' && 'process' in request && typeof request.process === 'string')
    return {
      command: 'import-setting',
      process: request.process,
      ...('organisation' in request && typeof request.organisation === 'string' ? { organisation: request.organisation } : {}),
    };
  if (request.command === 'import-rows' && isRows(request)) return { ...request, command: 'import-rows' };
  return undefined;
}

/** The rows were made by our own reader; each is checked again by the engine before it becomes a case. */
function isRows(request: object): request is RowsToEnter {
  if (!('organisation' in request && 'process' in request && 'version' in request && 'mode' in request)) return false;
  if (!('dryRun' in request && 'rows' in request && Array.isArray(request.rows))) return false;
  const { organisation, process, version, mode, dryRun } = request;
  return (
    typeof organisation === 'string' &&
    typeof process === 'string' &&
    typeof version === 'number' &&
    (mode === 'history' || mode === 'live') &&
    typeof dryRun === 'boolean' &&
    request.rows.every(isRow)
  );
}

const isRow = (row: unknown): boolean =>
  row !== null &&
  typeof row === 'object' &&
  'line' in row &&
  typeof row.line === 'number' &&
  'key' in row &&
  typeof row.key === 'string' &&
  'receivedAt' in row &&
  typeof row.receivedAt === 'string' &&
  'channel' in row &&
  typeof row.channel === 'string' &&
  'values' in row &&
  row.values !== null &&
  typeof row.values === 'object' &&
  !Array.isArray(row.values);
