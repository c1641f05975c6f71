/** The dictionary of the library with Polish over it, where its own has one form after a number and Polish has three. */
export function overPolish(polish: object): object {
  return Object.fromEntries(Object.entries(polish).map(([name, strings]) => [name, { ...strings, ...corrected[name] }]));
}

interface Formatter {
  readonly number: (value: number) => string;
  readonly plural: (value: number, forms: Readonly<Record<string, () => string>>) => string;
}

const corrected: Readonly<Record<string, object>> = {
  '@react-aria/grid': {
    selectedCount: ({ count }: { readonly count: number }, to: Formatter) =>
      `${to.plural(count, {
        '=0': () => 'Nie zaznaczono niczego',
        one: () => `Zaznaczono ${to.number(count)} element`,
        few: () => `Zaznaczono ${to.number(count)} elementy`,
        other: () => `Zaznaczono ${to.number(count)} elementów`,
      })}.`,
  },
};
