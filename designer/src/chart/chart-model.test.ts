import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import Elk from 'elkjs/lib/elk.bundled.js';
import { layoutChart, mirrored, plainLayout } from './chart-layout.ts';
import type { ChartModel } from './chart-model.ts';
import { anyTimeIn, chartModel } from './chart-model.ts';
import { walkedPath } from './chart-path.ts';
import { nextCard } from './chart-steps.ts';
import { routePath } from './route-path.ts';

const shipped = ['complaint', 'escalation', 'external-dispute', 'starter'] as const;
const definitionOf = (name: string): Definition => JSON.parse(readFileSync(`definitions/src/processes/${name}.json`, 'utf8'));
const complaint = chartModel(definitionOf('complaint'));
const height = () => 34;
const layouter = new Elk();
const card = (model: ChartModel, id: string) => model.cards.find((each) => each.id === id);

test('stages of the complaint stand as columns in the order of the procedure, the ends last', () => {
  expect(complaint.columns.map((column) => column.title?.en ?? column.id)).toEqual([
    'Receipt',
    'Assessment',
    'Investigation',
    'Decision',
    'Answer',
    'Remedy',
    'Internal review',
    'Outside resolution',
    'Closing',
    'ends',
  ]);
  expect(complaint.start).toBe('intake');
});

test('a card says its kind: work of staff, a wait for somebody outside, a letter, a sub-procedure, an end', () => {
  expect(card(complaint, 'assessing')).toMatchObject({
    kind: 'task',
    role: { en: 'Handler' },
  });
  expect(card(complaint, 'awaitingInfo')?.kind).toBe('wait');
  expect(card(complaint, 'responding')?.kind).toBe('letter');
  expect(card(complaint, 'reviewing')?.kind).toBe('sub');
  expect(card(complaint, 'external')?.kind).toBe('external');
  expect(card(complaint, 'withdrawn')).toMatchObject({
    kind: 'outcome',
    outcome: 'withdrawn',
  });
});

test('rows of one step to the same card are one line, and a deadline beside an outcome does not make it a deadline', () => {
  const line = complaint.edges.find((edge) => edge.id === 'assessing>investigating');
  expect(line?.kind).toBe('person');
  expect(line?.rows).toEqual([
    '/machine/states/assessment/states/assessing/on/assessed/1',
    '/machine/states/assessment/states/assessing/after/assessBy/0',
  ]);
  expect(complaint.edges.find((edge) => edge.id === 'awaitingComplainant>reminded')?.kind).toBe('time');
});

test('what may happen at any time is said once and draws no lines', () => {
  expect(complaint.anyTime.map((row) => row.event)).toEqual(['withdraw', 'statusRequest', 'addInfo', 'extend']);
  expect(complaint.anyTime[0]).toMatchObject({ from: '', to: 'withdrawn' });
  expect(complaint.edges.some((edge) => edge.to === 'withdrawn' && edge.from === 'intake')).toBe(false);
});

test('at any time is said of what holds where the case is now: no leaving once a decision binds, and nothing after the end', () => {
  const dispute = chartModel(definitionOf('external-dispute'));
  const said = (...steps: readonly string[]) => anyTimeIn(dispute, steps).map((row) => row.event);
  expect(said('opening', 'facilitation')).toEqual(['statusRequest', 'addInfo', 'withdraw']);
  expect(said('binding', 'determination')).toEqual(['statusRequest', 'addInfo']);
  expect(said('resolved')).toEqual([]);
});

test('a case that was assessed, asked and withdrawn shows its way, also where no line is drawn', () => {
  const walked = walkedPath(
    complaint,
    [
      { revision: 1, from: '', to: ['reception', 'intake'], at: '' },
      {
        revision: 2,
        from: 'intake',
        to: ['acknowledging'],
        at: '/machine/states/reception/states/intake/on/register/0',
      },
      {
        revision: 3,
        from: 'acknowledging',
        to: ['assessing'],
        at: '/machine/states/reception/states/acknowledging/invoke/onDone/0',
      },
      {
        revision: 4,
        from: '',
        to: ['withdrawn'],
        at: '/machine/on/withdraw/0',
      },
    ],
    ['withdrawn'],
  );
  expect([...walked.edges]).toEqual(['intake>acknowledging', 'acknowledging>assessing']);
  expect(walked.beside).toEqual([{ id: 'assessing~withdrawn', from: 'assessing', to: 'withdrawn' }]);
  expect([...walked.now]).toEqual(['withdrawn']);
  expect(walked.order.map((entry) => entry.card)).toEqual(['intake', 'acknowledging', 'assessing', 'withdrawn']);
});

test.each(shipped)('%s: no card covers another, none leaves its column, and every line ends at its card', async (name) => {
  const model = chartModel(definitionOf(name));
  const layout = await layoutChart(model, [], height, layouter);
  const boxes = [...layout.cards];
  for (const [one, a] of boxes) {
    for (const [two, b] of boxes) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (one !== two && !apart) throw new Error(`${one} covers ${two}`);
    }
  }
  for (const column of model.columns) {
    const frame = layout.columns.get(column.id);
    const ys = column.cards.map((id) => layout.cards.get(id)?.y ?? Number.NaN);
    expect(ys).toEqual([...ys].sort((a, b) => a - b)); // The owner's order.
    for (const id of column.cards) {
      const box = layout.cards.get(id);
      expect(box && frame && box.x >= frame.x && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.height).toBe(
        true,
      );
    }
  }
  const drawn = model.edges.filter((edge) => edge.from !== edge.to);
  expect([...layout.routes.keys()].sort()).toEqual(drawn.map((edge) => edge.id).sort());
  for (const edge of drawn) {
    const route = layout.routes.get(edge.id) ?? [];
    const target = layout.cards.get(edge.to);
    const end = route.at(-1);
    const touches =
      end &&
      target &&
      end.x >= target.x - 0.5 &&
      end.x <= target.x + target.width + 0.5 &&
      end.y >= target.y - 0.5 &&
      end.y <= target.y + target.height + 0.5;
    if (!touches) throw new Error(`${edge.id} ends beside its card`);
    route.slice(1).forEach((point, index) => {
      const before = route[index];
      if (before && Math.abs(point.x - before.x) > 0.01 && Math.abs(point.y - before.y) > 0.01)
        throw new Error(`${edge.id} is not at right angles`);
    });
  }
});

test.each(shipped)('%s: the right-to-left picture is the same through a mirror, to the pixel', async (name) => {
  const layout = await layoutChart(chartModel(definitionOf(name)), [], height, layouter);
  const turned = mirrored(layout);
  for (const [id, box] of layout.cards)
    expect(turned.cards.get(id)).toEqual({
      ...box,
      x: layout.width - box.x - box.width,
    });
  expect(mirrored(turned)).toEqual(layout);
});

test('the same definition is laid out the same way twice', async () => {
  const [one, two] = [await layoutChart(complaint, [], height, layouter), await layoutChart(complaint, [], height, layouter)];
  expect(two).toEqual(one);
});

test('without a worker the columns stand as well, with plain lines', () => {
  const layout = plainLayout(complaint, [{ id: 'assessing~withdrawn', from: 'assessing', to: 'withdrawn' }], height);
  expect(layout.cards.size).toBe(complaint.cards.length);
  expect(layout.routes.has('assessing~withdrawn')).toBe(true);
});

test('arrow keys walk the way a case can take: forward by the first outcome or the one taken, back where it came from', () => {
  const fresh = walkedPath(complaint, [], ['assessing']);
  expect(nextCard(complaint, fresh, 'assessing', 'forward')).toBe('interimAction');
  const taken = walkedPath(
    complaint,
    [
      {
        revision: 4,
        from: 'assessing',
        to: ['investigating'],
        at: '/machine/states/assessment/states/assessing/on/assessed/1',
      },
    ],
    ['investigating'],
  );
  expect(nextCard(complaint, taken, 'assessing', 'forward')).toBe('investigating');
  expect(nextCard(complaint, taken, 'investigating', 'back')).toBe('assessing');
  expect(nextCard(complaint, fresh, 'assessing', 'up')).toBe('assessing');
  expect(nextCard(complaint, fresh, 'assessing', 'down')).toBe('interimAction');
});

test('a line ends in a head that points at its card', () => {
  const { line, head } = routePath([
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 40 },
    { x: 60, y: 40 },
  ]);
  expect(line).toBe('M0 0L14 0Q20 0 20 6L20 34Q20 40 26 40L53 40');
  expect(head).toBe('M60 40L53 44L53 36Z');
});

test('tracks at the same time share a frame, and a stage stands for where each track begins', async () => {
  const tracks = {
    ...definitionOf('starter'),
    machine: {
      initial: 'both',
      states: {
        both: {
          id: 'both',
          meta: { title: { en: 'Both' } },
          type: 'parallel',
          states: {
            one: {
              id: 'one',
              initial: 'a',
              states: { a: { id: 'a', meta: { title: { en: 'A' } } } },
            },
            two: {
              id: 'two',
              initial: 'b',
              states: {
                b: { id: 'b', meta: { title: { en: 'B' } } },
                c: { id: 'c', meta: { title: { en: 'C' } } },
              },
            },
          },
        },
        done: {
          id: 'done',
          type: 'final',
          tags: ['outcome:resolved'],
          meta: { title: { en: 'Done' } },
        },
      },
    },
  } as unknown as Definition;
  const model = chartModel(tracks);
  expect(model.cardsOf('both')).toEqual(['a', 'b']);
  expect(card(model, 'c')?.track).toEqual({ frame: 'both', number: 1 });
  const layout = await layoutChart(model, [], height, layouter);
  expect([...layout.frames.keys()]).toEqual(['both']);
});
