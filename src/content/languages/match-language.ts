// Which of our languages a browser or channel means. Source: RFC 4647 section 3.4 (lookup), with the primary language as the last resort.

interface Range {
  readonly tag: string;
  readonly weight: number;
}

function readRange(text: string): Range {
  const [tag = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase());
  const weight = parameters.find(part => part.startsWith('q='))?.slice(2);
  const number = weight === undefined ? 1 : Number(weight);
  return { tag: tag.replaceAll('_', '-'), weight: Number.isFinite(number) ? number : 0 };
}

function lookUp(wanted: string, available: readonly string[]): string | undefined {
  const subtags = wanted.split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const range = subtags.slice(0, length).join('-');
    const found = available.find(tag => tag.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return available.find(tag => tag.toLowerCase().split('-')[0] === subtags[0]);
}

/** `wanted`: a BCP 47 tag or an Accept-Language list with q-values. Answers one of `available`, or undefined. */
export function matchLanguage(wanted: string | undefined, available: Iterable<string>): string | undefined {
  if (wanted === undefined) return undefined;
  const tags = [...available];
  const ranges = wanted
    .slice(0, 500)
    .split(',')
    .map(readRange)
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of ranges) {
    const found = lookUp(tag, tags);
    if (found !== undefined) return found;
  }
  return undefined;
}
