/** Hands the person a file of this name. */
export const saveFile = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun to read it first.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
};
