// Texts of a feed as plain text: HTML out, entities read, mojibake turned back, control characters gone, cut to a length.
import { Parser } from 'htmlparser2';
import { plainLine, plainText } from '../../text/plain-text.js';
import { mendMojibake } from './mojibake.js';

/** Most characters of one text that are read at all. */
const longestRead = 40_000;
const markup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iu;
const plainAscii = /^[\x20-\x7E\n]*$/u;
/** One line of ASCII in which no markup can be. */
const bareLine = /^[\x20-\x25\x27-\x3B\x3D-\x7E]*$/u;

const dropped = new Set(['script', 'style', 'head', 'title', 'template', 'iframe', 'object', 'svg', 'noscript', 'textarea', 'select']);
const blocks = new Set('p div section article header footer h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr'.split(' '));
const lines = new Set(['br', 'li', 'tr', 'dt', 'dd']);

class TextWriter {
  text = '';
  #depth = 0;

  open(name: string): void {
    if (dropped.has(name)) this.#depth += 1;
    else if (this.#depth > 0) return;
    // An e-mail address in angle brackets is no element
    else if (name.includes('@')) this.text += name;
    else if (blocks.has(name)) this.text += '\n\n';
    else if (lines.has(name)) this.text += name === 'li' ? '\n• ' : '\n';
    else if (name === 'td' || name === 'th') this.text += ' ';
  }

  write(text: string): void {
    if (this.#depth === 0) this.text += text.replace(/\s+/gu, ' ');
  }

  close(name: string): void {
    if (dropped.has(name)) this.#depth = Math.max(0, this.#depth - 1);
    else if (this.#depth === 0 && blocks.has(name)) this.text += '\n\n';
  }
}

function stripHtml(html: string): string {
  const writer = new TextWriter();
  const parser = new Parser({
    onopentagname: name => {
      writer.open(name);
    },
    ontext: text => {
      writer.write(text);
    },
    onclosetag: name => {
      writer.close(name);
    },
  });
  // Plain line breaks beside a stray entity are meant; in real HTML they are not
  const broken = /<(?:br|p|li|div)\b/iu.test(html) ? html : html.replace(/\r?\n/gu, '<br>');
  parser.end(broken);
  return writer.text.replace(/\n{3,}/gu, '\n\n');
}

/** Markup escaped once too often is markup after one reading; three are enough for any feed seen. */
function withoutMarkup(text: string): string {
  let plain = text;
  for (let pass = 0; pass < 3 && markup.test(plain); pass += 1) plain = stripHtml(plain);
  return plain;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > longest * 0.8 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/u, '')).trimEnd()}…`;
}

function tidyLine(text: string): string {
  return (text.includes('  ') ? text.replace(/ {2,}/gu, ' ') : text).trim();
}

/** At most one empty line between two. */
function tidyLines(all: readonly string[]): string {
  const tidy = all.map(tidyLine);
  return tidy
    .filter((line, at) => line !== '' || tidy[at - 1] !== '')
    .join('\n')
    .trim();
}

/** Most texts are ASCII, and of those only spaces can be wrong. */
function tidySpace(text: string, shape: 'line' | 'lines'): string {
  if (plainAscii.test(text)) return tidyLines(shape === 'line' ? [text.replaceAll('\n', ' ')] : text.split('\n'));
  return shape === 'line' ? plainLine(text) : plainText(text);
}

/** A text made plain, and the codes of what was mended: `html-in-text`, `mojibake`, `too-long`. */
export interface PlainText {
  readonly text: string;
  readonly mended: readonly string[];
}

const nothing: PlainText = { text: '', mended: [] };

/** The text without markup, at most `longest` characters, on one line or on several. Never throws. */
export function readPlainText(raw: string, longest: number, shape: 'line' | 'lines'): PlainText {
  if (raw === '') return nothing;
  if (raw.length <= longest && bareLine.test(raw)) return { text: tidyLine(raw), mended: nothing.mended };
  const mended: string[] = [];
  const start = raw.slice(0, longestRead);
  const bare = markup.test(start) ? withoutMarkup(start) : start;
  if (bare !== start) mended.push('html-in-text');
  const whole = plainAscii.test(bare) ? bare : mendMojibake(bare);
  if (whole !== bare) mended.push('mojibake');
  const tidy = tidySpace(whole, shape);
  const text = cut(tidy, longest);
  if (text !== tidy) mended.push('too-long');
  return { text, mended };
}
