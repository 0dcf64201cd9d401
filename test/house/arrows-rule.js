import { dirname, relative, resolve, sep } from 'node:path';

/**
 * ESLint rule: every import follows the arrows of the house, in .ts and in .svelte, types included.
 * Option 0 is house.json; `cwd` is the project. Files outside `src/<room>/` (the doors) may import anything.
 */
export const arrowsRule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: {
      arrow: '`{{room}}` may not {{verb}} `{{target}}`: see house.json.',
      package: '`{{room}}` may not use the package `{{target}}`: see house.json.',
    },
  },
  create(context) {
    const { rooms } = context.options[0];
    const src = resolve(context.cwd, 'src');
    const room = roomOf(src, context.filename);
    const rule = rooms[room];
    if (rule === undefined) return {};

    const check = (node, specifier, typeOnly) => {
      if (typeof specifier !== 'string') return;
      if (!specifier.startsWith('.')) {
        if (!rule.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
          context.report({ node, messageId: 'package', data: { room, target: specifier } });
        }
        return;
      }
      const target = relative(src, resolve(dirname(context.filename), specifier))
        .split(sep)
        .join('/');
      const allowed = [room, ...rule.runs, ...(typeOnly ? rule.types : [])];
      if (!allowed.some((name) => target.startsWith(`${name}/`))) {
        const verb = typeOnly ? 'know types of' : 'import';
        context.report({ node, messageId: 'arrow', data: { room, verb, target } });
      }
    };

    return {
      ImportDeclaration: (node) => check(node, node.source.value, node.importKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
    };
  },
};

function roomOf(src, file) {
  const [room, ...rest] = relative(src, file).split(sep);
  return rest.length > 0 ? room : undefined;
}
