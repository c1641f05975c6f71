import { appendFileSync } from 'node:fs';

/** Says what a proof did; `npm run proof` gathers it for its table. */
export function tell(proof: string, figures: { readonly [name: string]: number | string }): void {
  console.log(`${proof}: ${words(figures)}`);
  const file = process.env.PROOF_FIGURES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ proof, figures: words(figures) })}\n`);
}

const words = (figures: { readonly [name: string]: number | string }): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`)
    .join(', ');
