// Leaves out rules for component classes that no page uses. Works on plain, nested-free CSS as sass writes it.

/** One rule or at-rule: what stands before its braces, and what stands inside (rules again for @media and @supports). */
interface Block {
  readonly head: string;
  readonly body: string;
}

/** Splits CSS into its outermost blocks; statements without braces (@charset) are dropped. */
function splitBlocks(css: string): readonly Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < css.length; at += 1) {
    const character = css[at];
    if (character === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth > 0) continue;
      blocks.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    } else if (character === ';' && depth === 0) start = at + 1;
  }
  return blocks;
}

/** Splits a selector list at commas outside brackets. */
function splitSelectors(head: string): readonly string[] {
  return head.split(/,(?![^(]*\))/u).map(selector => selector.trim());
}

function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  const outsideNot = selector.replace(/:not\([^)]*\)/gu, '');
  return [...outsideNot.matchAll(/\.(nhsuk-[\w-]+)/gu)].every(match => used.has(match[1] ?? ''));
}

function pruneBlock({ head, body }: Block, used: ReadonlySet<string>): string {
  // a media type no browser knows: for Internet Explorer alone
  if (head.includes('\\0')) return '';
  if (head.startsWith('@media') || head.startsWith('@supports')) {
    const inner = pruneCss(body, used);
    return inner === '' ? '' : `${head}{${inner}}`;
  }
  if (head.startsWith('@')) return `${head}{${body}}`;
  const kept = splitSelectors(head).filter(selector => isUsed(selector, used));
  return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
}

/** The stylesheet without rules that need a `nhsuk-` class outside `used`. */
export function pruneCss(css: string, used: ReadonlySet<string>): string {
  const bare = css.replace(/\/\*[\s\S]*?\*\//gu, '');
  return splitBlocks(bare)
    .map(block => pruneBlock(block, used))
    .join('');
}
