import euAdr from './eu-adr.json' with { type: 'json' };
import iran from './iran.json' with { type: 'json' };
import type { LawPack } from './law-pack.ts';
import plFinancial from './pl-financial.json' with { type: 'json' };

/** The laws that come with the product; none is checked unless somebody asks for it. */
export const lawPacks = [plFinancial, euAdr, iran] as readonly LawPack[];
