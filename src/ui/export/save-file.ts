/** Hands the person a file of this name. */
export const saveFile = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  // A name made of a sentence's parts may hold marks of direction, which no file system wants.
  link.download = name.replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '');
  link.click();
  // The browser has to have begun to read it first.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
};
