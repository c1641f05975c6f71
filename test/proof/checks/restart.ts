import { expect } from '@jest/globals';
import { recording } from '../../complaint-answers.ts';
import { officeCheck } from './check.ts';
import { healthy } from './road.ts';

class Killed extends Error {}
const dies = async (): Promise<never> => {
  throw new Killed();
};

export const nothingBeforeTheCommit = officeCheck(
  'killed before the commit: nothing happened, no letter went out, the person can send again',
  async (open) => {
    const first = await open();
    const { id } = await first.receive();
    const { home } = first;
    await first.close();
    const dying = await open({
      home,
      workers: false,
      wrap: (ports) => ({
        ...ports,
        cases: { ...ports.cases, commit: dies, load: (which, fresh) => (fresh ? dies() : ports.cases.load(which, fresh)) },
      }),
    });
    await expect(dying.complete(id, 'recording', 'recorded', recording)).rejects.toThrow(Killed);
    await dying.close();
    const office = await open({ home });
    await office.pass({ seconds: 20 });
    expect((await office.case(id)).revision).toBe(2);
    expect(await office.letters()).toHaveLength(0);
    await healthy(office);
    expect(await office.complete(id, 'recording', 'recorded', recording)).toMatchObject({ ok: true });
    expect(await office.letters()).toHaveLength(1);
  },
);
