import { saveFile } from './save-file.ts';

/** Hands the person a text as a file of this name. */
export const saveText = (name: string, text: string): void => {
  saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
};
