/** The browser keeps a file of ours where its reader keeps files. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
