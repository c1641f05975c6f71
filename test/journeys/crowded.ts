import type { Page } from 'playwright-core';

/** What cannot be read because it has not enough room: words cut off at a lower edge, and words or controls that lie upon each other. */
export async function crowded(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const unseen = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      element.closest('[hidden], [aria-hidden="true"], .react-flow__viewport') !== null ||
      ancestors(element).some((one) => getComputedStyle(one).clipPath !== 'none');
    /** Bars that stay in their place have pages scrolling beneath them. */
    const stays = (element: Element) => ancestors(element).some((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position));
    const ancestors = (element: Element): readonly Element[] =>
      element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];
    const named = (element: Element) => `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const ownText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    const seen = (element: Element, { left, top, right, bottom }: DOMRect) => {
      const part = { left, top, right, bottom };
      for (const one of ancestors(element)) {
        const { overflowX, overflowY } = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        if (overflowX !== 'visible') Object.assign(part, { left: Math.max(part.left, box.left), right: Math.min(part.right, box.right) });
        if (overflowY !== 'visible') Object.assign(part, { top: Math.max(part.top, box.top), bottom: Math.min(part.bottom, box.bottom) });
      }
      return part;
    };
    const controls = 'button, a[href], input, textarea, select, [role="button"], [role="tab"], [role="radio"], [role="checkbox"]';
    const shown = [...document.body.querySelectorAll('*')].filter(
      (element) => (ownText(element) || element.matches(controls)) && !unseen(element),
    );
    for (const element of shown) {
      const { overflowY } = getComputedStyle(element);
      if (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2)
        found.push(`cut off below: ${named(element)}`);
    }
    // Line by line: words that begin in the middle of a line have room there.
    const boxes = shown
      .filter((element) => !stays(element))
      .flatMap((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = element.matches(controls) ? [element.getBoundingClientRect()] : [...range.getClientRects()];
        return lines.map((line) => ({ element, box: seen(element, line) }));
      })
      .filter(({ box }) => box.right > box.left && box.bottom > box.top);
    /** A button in a field: it lies in it as a whole. */
    const isPart = (one: (typeof boxes)[number], other: (typeof boxes)[number]) =>
      one.element.matches('button') &&
      other.element.matches('input') &&
      one.box.left >= other.box.left &&
      one.box.right <= other.box.right &&
      one.box.top >= other.box.top &&
      one.box.bottom <= other.box.bottom;
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 3 && down > 6 && !isPart(one, other) && !isPart(other, one))
          found.push(`upon each other: ${named(one.element)} and ${named(other.element)}`);
      }
    return found;
  });
}
