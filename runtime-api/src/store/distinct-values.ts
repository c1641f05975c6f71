/**
 * The different values of a text field, in their order. Each costs one look at an index: the least value after the one before, so that nothing is
 * read as often as it occurs. `more`: there are further ones.
 */
export async function distinctValues(
  next: (after: string) => Promise<string | undefined>,
  most: number,
): Promise<{ readonly values: readonly string[]; readonly more: boolean }> {
  const values: string[] = [];
  for (let after = ''; ; ) {
    const value = await next(after);
    if (value === undefined) return { values, more: false };
    if (values.length >= most) return { values, more: true };
    values.push(value);
    after = value;
  }
}
