import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';

/** The errors of a line of code compiled as tsconfig.pure.json compiles. */
function errorsOf(code: string): string[] {
  const file = join(root, 'src/kernel/planted.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.pure.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file], include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const readFromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, code, target) : readFromDisk(name, target);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the pure rooms are compiled without the world: there is no', () => {
  it.each(['document', 'window', 'indexedDB', 'crypto', 'setTimeout', 'fetch', 'process', 'navigator'])(
    '%s',
    (name) => {
      expect(errorsOf(`export const x = ${name};`)).toContainEqual(
        expect.stringContaining(`Cannot find name '${name}'`),
      );
    },
  );
});

it('compiles plain computing there', () => {
  expect(errorsOf('export const x = [3, 1].toSorted().map((n) => n * 2);')).toEqual([]);
});
