/** Finds every code with which the rooms without a face refuse something, by the types of the program. */
import { relative } from 'node:path';
import ts from 'typescript';

export interface Codes {
  /** Where each code is made, as `file:line`. */
  readonly made: ReadonlyMap<string, readonly string[]>;
  /** Places whose code nobody can tell by its type. */
  readonly untold: readonly string[];
}

/** All but the screens and the tests. */
function program(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.worker.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const every = { ...config, include: ['src'], exclude: ['src/ui', '**/*.test.ts'] };
  const { fileNames, options } = ts.parseJsonConfigFileContent(every, ts.sys, '.');
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

/** The argument for the parameter `code` of a call; what the language itself calls so is none of ours. */
function codeArgument(call: ts.CallExpression, checker: ts.TypeChecker): ts.Expression | undefined {
  const signature = checker.getResolvedSignature(call);
  if (signature?.declaration?.getSourceFile().isDeclarationFile) return undefined;
  const parameters = signature?.parameters ?? [];
  return call.arguments[parameters.findIndex(({ name }) => name === 'code')];
}

/** The `code` of an object that has a message beside it. */
function codeMember(literal: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const member = (wanted: string) =>
    literal.properties.find((property) => property.name?.getText() === wanted);
  const code = member('code');
  return code && ts.isPropertyAssignment(code) && member('message') ? code.initializer : undefined;
}

/** It hands on the code of a refusal, or one that its own caller says: that was made elsewhere. */
function isHandedOn(code: ts.Expression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(code);
  const declaration = symbol?.declarations?.[0];
  if (symbol?.name !== 'code' || !declaration) return false;
  return (
    ts.isParameter(declaration) ||
    ts.isPropertySignature(declaration) ||
    (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent))
  );
}

/** The texts that it can be; undefined for any text at all, none for what is no text. */
function textsOf(type: ts.Type): readonly string[] | undefined {
  if (type.isUnion()) {
    const all = type.types.map(textsOf);
    return all.includes(undefined) ? undefined : all.flatMap((texts) => texts ?? []);
  }
  if (type.isStringLiteral()) return [type.value];
  return type.flags & ts.TypeFlags.String ? undefined : [];
}

export function refusalCodes(): Codes {
  const made = new Map<string, string[]>();
  const untold: string[] = [];
  const all = program();
  const checker = all.getTypeChecker();

  const note = (code: ts.Expression, file: ts.SourceFile): void => {
    const { line } = file.getLineAndCharacterOfPosition(code.getStart());
    const place = `${relative('.', file.fileName)}:${String(line + 1)}`;
    const texts = textsOf(checker.getTypeAtLocation(code));
    if (!texts && !isHandedOn(code, checker)) untold.push(place);
    for (const text of texts ?? []) made.set(text, [...(made.get(text) ?? []), place]);
  };

  const codeIn = (node: ts.Node): ts.Expression | undefined => {
    if (ts.isCallExpression(node)) return codeArgument(node, checker);
    return ts.isObjectLiteralExpression(node) ? codeMember(node) : undefined;
  };

  for (const file of all.getSourceFiles()) {
    if (file.isDeclarationFile) continue;
    const visit = (node: ts.Node): void => {
      const code = codeIn(node);
      if (code) note(code, file);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { made, untold };
}
