import type { RehearsalLine } from '../definitions/rehearsal-line.ts';
import type { Desk } from '../people/desk.ts';
import type { Founding } from '../people/set-up.ts';
import type { Ports } from '../ports.ts';
import type { StandardsChecker } from '../standards/standards-checker.ts';
import type { Switch } from './routes.ts';

/** What routes work with. */
export interface Office {
  readonly ports: Ports;
  readonly desk: Desk;
  readonly founding: Founding;
  /** Checks procedures against the rules of the standards. */
  readonly checker: StandardsChecker;
  /** Evidence bundles are made one after the other. */
  readonly bundles: RehearsalLine;
  readonly door: DoorSettings;
  readonly switches: readonly Switch[];
  /** Whether a mail server is set up. */
  readonly mailServer: boolean;
  /** How far the process's clock is from the store's, in milliseconds. */
  readonly skewMs: () => number;
  /** The address that letters come from. */
  readonly mailFrom: string;
  /** Sessions, tokens or rights of somebody changed: sockets that lost their right are cut. */
  readonly accessChanged: (who: Barred) => void;
}

/** A person, or whoever comes with a token. */
export type Barred = { readonly organisation: string } & ({ readonly person: string } | { readonly token: string });

export interface DoorSettings {
  /** Where people reach the server, e.g. `https://complaints.example.org`; without it, whatever loopback name they type. */
  readonly publicUrl?: string;
  readonly secure: boolean;
}
