/** Runs the house's own ESLint rules over code that isn't there, as if it stood in the named file. */
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';

export const root = fileURLToPath(new URL('../../', import.meta.url));

// The planted files exist in no project, so rules that need types are left out.
const eslint = new ESLint({ cwd: root, overrideConfig: [ts.configs.disableTypeChecked] });

/** @returns the rules that the code breaks, each as `rule: message` */
export async function brokenRules(file: string, code: string): Promise<string[]> {
  const text = file.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : `${code}\n`;
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'syntax'}: ${message}`);
}
