/** What `/metrics` says, read as a collector reads it. */
export interface Figures {
  readonly kinds: ReadonlyMap<string, string>;
  /** Names of labels by name of the figure; those of a histogram without its bounds. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** `name`, or `name{label="value",…}` with the labels in order; 0 where there is no such line. */
  readonly value: (line: string) => number;
}

export async function readFigures(base: string): Promise<Figures> {
  const answer = await fetch(`${base}/metrics`);
  if (answer.status !== 200) throw new Error(`/metrics answered ${answer.status}`);
  const kinds = new Map<string, string>();
  const labels = new Map<string, readonly string[]>();
  const values = new Map<string, number>();
  for (const line of (await answer.text()).split('\n')) {
    const [, name, kind] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (name !== undefined && kind !== undefined) kinds.set(name, kind);
    const [, of, list = '', value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (of === undefined) continue;
    const pairs = [...list.matchAll(/(\w+)="([^"]*)"/g)].filter(([, label]) => label !== 'le').map(([pair]) => pair);
    const sorted = pairs.toSorted();
    values.set(sorted.length === 0 ? of : `${of}{${sorted.join(',')}}`, Number(value));
    const figure = of.replace(/_(bucket|sum|count)$/, (end) => (kinds.get(of.slice(0, -end.length)) === 'histogram' ? '' : end));
    labels.set(
      figure,
      sorted.map((pair) => pair.slice(0, pair.indexOf('='))),
    );
  }
  return { kinds, labels, value: (line) => values.get(line) ?? 0 };
}
