import { type PointerEvent, type RefObject, useRef } from 'react';

/** Lets a mouse take hold of a sheet and move it; fingers and wheels scroll it anyway. A card that is pressed without moving is pressed. */
export function useDraggedSheet(holder: RefObject<HTMLElement | null>) {
  const held = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const letGo = () => {
    held.current = undefined;
    holder.current?.removeAttribute('data-held');
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const sheet = holder.current;
      if (!sheet || !held.current || event.buttons === 0) return letGo();
      const [byX, byY] = [event.clientX - held.current.x, event.clientY - held.current.y];
      if (!sheet.hasPointerCapture(event.pointerId)) {
        if (Math.hypot(byX, byY) < steady) return;
        sheet.setPointerCapture(event.pointerId); // From here on it is a move: what lies beneath is not pressed.
        sheet.setAttribute('data-held', '');
      }
      sheet.scrollBy({ left: -byX, top: -byY, behavior: 'instant' });
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}

/** As far as a hand trembles, in pixels. */
const steady = 4;
