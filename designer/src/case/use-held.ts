import { useCallback, useRef, useState } from 'react';

interface Held<Row> {
  /** Whether somebody writes in this row. */
  readonly onHold: (id: string, isHeld: boolean) => void;
  /** Rows that ended elsewhere while somebody wrote in them. */
  readonly gone: readonly Row[];
}

/** Rows in which something is being written stay, though they ended elsewhere, until the reader has seen it. */
export function useHeld<Row extends { readonly id: string }>(rows: readonly Row[]): Held<Row> {
  const [held, setHeld] = useState<ReadonlyMap<string, Row>>(new Map());
  const present = useRef(rows);
  present.current = rows;
  const onHold = useCallback(
    (id: string, isHeld: boolean) =>
      setHeld((known) => {
        const row = present.current.find((one) => one.id === id);
        if (isHeld) return row ? new Map(known).set(id, row) : known;
        return known.has(id) ? new Map([...known].filter(([each]) => each !== id)) : known;
      }),
    [],
  );
  return { onHold, gone: [...held.values()].filter(({ id }) => !rows.some((row) => row.id === id)) };
}
