import { spread } from './map-lanes.ts';
import type { MapPlan } from './map-plan.ts';
import { type KnownRoute, type Point, routeOf } from './map-route.ts';
import { type MapWay, type Side, type WayWishes, wishedWays } from './map-wishes.ts';

export interface MapWays {
  readonly ways: readonly MapWay[];
  /** Side of the port of each drawn row, by its address. */
  readonly sides: ReadonlyMap<string, Side>;
}

/** Ways of the plan before: an edit changes few of them. */
let remembered: ReadonlyMap<string, KnownRoute> = new Map();

/** Leads every way around cards and title bars; lines to one target of one kind share a lane, others keep apart. In the order of the wishes. */
export function leadWays({ obstacles, stages, wishes }: WayWishes): readonly (readonly Point[])[] {
  const found = new Map<string, KnownRoute>();
  const routed = wishes.map(({ id, wanted, net, own }) => {
    const foreign = stages.filter((_, index) => !own.includes(index));
    const { points, known } = routeOf(wanted, { obstacles, foreign }, remembered.get(id));
    if (known) found.set(id, known);
    return { net, points };
  });
  remembered = found;
  return spread(routed, obstacles);
}

const ways = new WeakMap<MapPlan, MapWays>();

/** All lines of a plan, at once. */
export function waysOf(plan: MapPlan): MapWays {
  const known = ways.get(plan);
  if (known) return known;
  const { ways: all, sides, wishes } = wishedWays(plan);
  const points = leadWays(wishes);
  const made = { ways: all.map((way, index) => ({ ...way, points: points[index] ?? [] })), sides };
  ways.set(plan, made);
  return made;
}
