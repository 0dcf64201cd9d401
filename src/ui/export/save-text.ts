/** Hands the person a text as a file of this name. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun to read it first.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
};
