import { parser } from '@prometheus-io/lezer-promql';

/** A node of a PromQL expression with its place in the text. */
export interface SyntaxNode {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly parent?: SyntaxNode;
  readonly children: readonly SyntaxNode[];
}

/** Parses one expression. Throws with the place when it is not PromQL. */
export function parsePromql(expr: string): SyntaxNode {
  type Mutable = { -readonly [K in keyof SyntaxNode]: SyntaxNode[K] } & { children: SyntaxNode[] };
  const stack: Mutable[] = [];
  let root: Mutable | undefined;
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) {
        throw new Error(`not PromQL at character ${node.from + 1}: ${expr}`);
      }
      const parent = stack.at(-1);
      const here: Mutable = {
        name: node.name,
        text: expr.slice(node.from, node.to),
        from: node.from,
        to: node.to,
        ...(parent && { parent }),
        children: [],
      };
      parent?.children.push(here);
      root ??= here;
      stack.push(here);
    },
    leave: () => {
      stack.pop();
    },
  });
  if (!root) {
    throw new Error('an empty text is no PromQL');
  }
  return root;
}

/** The node and everything below it, in the order of the text. */
export function descendants(node: SyntaxNode): SyntaxNode[] {
  return [node, ...node.children.flatMap(descendants)];
}
