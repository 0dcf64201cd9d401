import type { CausedCommand, Causes, Entry } from '../../../../client/index.ts';

/** Where something stands, in CSS pixels from the beginning and the top. */
export interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly node:
    | { readonly kind: 'command'; readonly command: CausedCommand; readonly because: Entry | undefined }
    | { readonly kind: 'entry'; readonly entry: Entry };
}

export interface Drawing {
  readonly nodes: readonly Placed[];
  /** SVG path data of what leads from a cause to what it caused. */
  readonly edges: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Sizes of the boxes and of the room between them, in CSS pixels. */
interface Measures {
  readonly box: { readonly width: number; readonly height: number };
  /** From one layer to the next, and from one row to the next. */
  readonly layer: number;
  readonly row: number;
}

interface Step {
  readonly node: Placed['node'];
  readonly key: string;
  readonly next: readonly Step[];
}

/** Command, what it wrote, what that caused: a tree, since everything has one cause. */
const treeOf = ({ commands }: Causes): Step | undefined => {
  const stepOf = (command: CausedCommand, because: Entry | undefined): Step => ({
    key: command.commandId,
    node: { kind: 'command', command, because },
    next: command.entries.map((entry) => ({
      key: entry.id,
      node: { kind: 'entry', entry },
      next: commands.filter(({ cause }) => cause === entry.position).map((caused) => stepOf(caused, entry)),
    })),
  });
  const [first] = commands;
  return first && stepOf(first, undefined);
};

/** How many layers there are below the first. */
export const depthOf = (causes: Causes): number => {
  const below = ({ next }: Step): number => Math.max(0, ...next.map((step) => 1 + below(step)));
  const tree = treeOf(causes);
  return tree ? below(tree) : 0;
};

/** Layers side by side: a step stands beside the first of what it caused. */
const across =
  ({ box, layer }: Measures) =>
  (from: Placed, to: Placed): string => {
    const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
    const [x2, y2] = [to.x, to.y + box.height / 2];
    const bend = (layer - box.width) / 2;
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  };

/** Layers set in below one another, where there is no room beside. */
const below =
  ({ box }: Measures) =>
  (from: Placed, to: Placed): string => {
    const x = from.x + 8;
    return `M${x} ${from.y + box.height}V${to.y + box.height / 2}H${to.x}`;
  };

/** Draws a tree of causes. `narrow`: one below the other. */
export const layOut = (causes: Causes, measures: Measures, narrow: boolean): Drawing => {
  const nodes: Placed[] = [];
  const edges: string[] = [];
  const path = (narrow ? below : across)(measures);
  let row = 0;
  const place = ({ node, key, next }: Step, depth: number): Placed => {
    const placed = { key, node, x: depth * measures.layer, y: row * measures.row };
    nodes.push(placed);
    next.forEach((step, n) => {
      // Side by side the first child shares its parent's row; every other step begins a row of its own.
      if (narrow || n > 0) row += 1;
      edges.push(path(placed, place(step, depth + 1)));
    });
    return placed;
  };
  const tree = treeOf(causes);
  if (tree) place(tree, 0);
  return {
    nodes,
    edges,
    width: depthOf(causes) * measures.layer + measures.box.width,
    height: row * measures.row + measures.box.height,
  };
};
