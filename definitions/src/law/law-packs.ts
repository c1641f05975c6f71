import euAdr from './eu-adr.json' with { type: 'json' };
import euAdr2028 from './eu-adr-2028.json' with { type: 'json' };
import euPsd2 from './eu-psd2.json' with { type: 'json' };
import iran from './iran.json' with { type: 'json' };
import type { LawPack } from './law-pack.ts';
import plConsumer from './pl-consumer.json' with { type: 'json' };
import plFinancial from './pl-financial.json' with { type: 'json' };

/** The laws that come with the product; none is checked unless somebody asks for it. */
export const lawPacks = [plFinancial, plConsumer, euPsd2, euAdr, euAdr2028, iran] as readonly LawPack[];
