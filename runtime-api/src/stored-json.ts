/** What is kept as text may have been damaged where it is kept: then it is nothing. */
export function storedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
