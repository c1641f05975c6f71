import type { Ports } from '../ports.ts';

/** The case's register number, waiting for it if need be: it is given right after the start. Undefined after the time is up. */
export async function numberOf(
  which: { readonly organisation: string; readonly caseId: string },
  waitMs: number,
  ports: Pick<Ports, 'cases' | 'work' | 'clock'>,
): Promise<string | undefined> {
  let seen = (_: string | undefined): void => undefined;
  const arrived = new Promise<string | undefined>((done) => {
    seen = done;
  });
  const unwatch = ports.work.watch(
    (commit) =>
      commit.organisation === which.organisation &&
      commit.caseId === which.caseId &&
      commit.state.number !== undefined &&
      seen(commit.state.number),
  );
  const cancel = ports.clock.wake(ports.clock.now() + waitMs, () => seen(undefined));
  try {
    const loaded = await ports.cases.load(which, false);
    if (loaded.ok && loaded.value.state.number !== undefined) return loaded.value.state.number;
    return await arrived;
  } finally {
    unwatch();
    cancel();
  }
}
