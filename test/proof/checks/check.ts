import { shippedProcesses } from '@redress/definitions';
import type { openPorts } from '../../../runtime-api/src/open-ports.ts';
import { settler } from '../../../runtime-api/src/settle/settle.ts';
import { openCases } from '../../../runtime-api/src/store/cases.ts';
import { openJournal } from '../../../runtime-api/src/store/journal.ts';
import type { Store } from '../../../runtime-api/src/store/store.ts';
import { type Office, type OfficeSettings, openOffice } from '../../office.ts';
import { inTwoSteps } from '../around.ts';

/** Something that must hold. Its test runs it as it is; the table of planted faults runs it once more on parts of which one is broken. */
export interface Check<Part> {
  readonly title: string;
  readonly run: (plant?: Plant<Part>) => Promise<void>;
}
/** Wraps a part of the product, as it is or with a fault. */
export type Plant<Part> = (part: Part) => Part;
export type OpenPorts = ReturnType<typeof openPorts>;

const [starter] = shippedProcesses;
export const monday = '2026-03-02T09:00:00.000Z';

/** A check on offices of one store: whatever it opens is taken away at the end. `plant` lies around whatever the check itself wraps. */
export function officeCheck(
  title: string,
  play: (open: (settings?: Partial<OfficeSettings>) => Promise<Office>) => Promise<void>,
): Check<OpenPorts> {
  const run = async (plant: Plant<OpenPorts> = (ports) => ports): Promise<void> => {
    let offices: Office[] = [];
    const open = async (settings: Partial<OfficeSettings> = {}): Promise<Office> => {
      const wrap = (ports: OpenPorts): OpenPorts => plant(settings.wrap?.(ports) ?? ports);
      const office = await openOffice({ processes: [starter], now: monday, ...settings, wrap });
      if (settings.home !== undefined) offices = offices.filter((closed) => closed.home !== settings.home);
      offices.push(office);
      return office;
    };
    try {
      await play(open);
    } finally {
      for (const office of offices.reverse()) await office.remove();
    }
  };
  return { title, run };
}

/** Ports whose cases are copied after their commit, so that something can happen in between. */
export const copiedAfterwards = (ports: OpenPorts): OpenPorts => onStore(ports, inTwoSteps(ports.store));

/** The same parts on another store: whatever they keep of the old one is made anew. */
export function onStore(ports: OpenPorts, store: Store): OpenPorts {
  const cases = openCases(store);
  return { ...ports, store, cases, journal: openJournal(store), settle: settler({ store, clock: ports.clock, cases }) };
}
