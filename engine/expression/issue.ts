/**
 * A reason an expression is refused. `start` and `end` are UTF-16 offsets in the author's source.
 * `params` fill the sentence of the code:
 * - syntax: `reason` (the parser's code), `found` (the text there)
 * - unknown-name: `name`, `kind` (name, field or function), `owner` (the text before the dot, for fields)
 * - type: `reason` and what it needs: operands {operator, left, right}; operand {operator, expected, actual};
 *   argument {function, expected, actual}; arguments {function, expected, actual} (how many); branches {left, right};
 *   elements {left, right}; result {expected, actual, `column` when one field does not fit}; field {name, actual};
 *   index {expected, actual}; key {found} and duplicate {name}, of map literals
 * - too-complex: `limit` (length, nodes, depth, elements, nesting, number), `max`
 * - not-allowed: `what` (matches, dyn, bytes, %, 1e3, …)
 */
export type ExpressionIssue = {
  code: 'syntax' | 'unknown-name' | 'type' | 'too-complex' | 'not-allowed';
  params: Record<string, string>;
  start: number;
  end: number;
  /** The known name the author most likely meant. */
  suggestion?: string;
};

/** A stretch of the author's source. */
export type Span = { readonly start: number; readonly end: number };
