import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './tables.module.css';
import type { TableGridState } from './use-table-grid.ts';

const focusable = 'button, input, textarea, [role="spinbutton"]';

/** A cell while it is written: Enter keeps, Escape leaves it as it was, Tab goes on to the next cell behind the last control. */
export function CellEditor({
  grid,
  label,
  children,
}: {
  readonly grid: TableGridState;
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    controlsIn(place.current)[0]?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !place.current?.contains(target)) return; // A list that opened over it has keys of its own.
    const controls = controlsIn(place.current);
    const end = event.shiftKey ? controls[0] : controls.at(-1);
    const isArea = target instanceof HTMLTextAreaElement;
    const isLine = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.getAttribute('aria-expanded') !== 'true';
    if (key === 'Escape') grid.cancel();
    else if (key === 'Tab' && target === end) grid.keep(event.shiftKey ? 'previous' : 'next');
    else if (key === 'Enter' && (isLine || event.ctrlKey || event.metaKey || (isArea && !event.shiftKey))) grid.keep();
    else if (key === 'F2') grid.keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset ref={place} className={styles.editor} aria-label={label} onKeyDownCapture={onKey}>
      {children}
    </fieldset>
  );
}

const controlsIn = (place: HTMLElement | null): readonly HTMLElement[] =>
  [...(place?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !control.hasAttribute('disabled') &&
      control.closest('[aria-hidden="true"], [data-react-aria-prevent-focus]') === null,
  );
