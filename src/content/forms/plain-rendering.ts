// XHTML and markdown of a foreign form as plain text: paragraphs, list bullets and the addresses of links stay; scripts, styles, comments,
// images and every other element go. What comes out is text and is never put into a page as markup.
import { Parser } from 'htmlparser2';
import { Marked } from 'marked';
import { capText } from '../../text/cap-text.js';
import { plainText } from '../../text/plain-text.js';

/** Most characters of a rendering that are read, and of its plain text that are kept. */
const longestRendering = 10_000;
const longestText = 5000;
const longestAddress = 500;

const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'textarea',
  'select',
]);
const blocks = new Set(
  'p div section article aside header footer h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr form fieldset figure address'.split(' '),
);
const lines = new Set(['li', 'tr', 'dt', 'dd', 'br', 'caption']);
const cells = new Set(['td', 'th']);
const lists = new Set(['ul', 'ol']);

interface List {
  readonly ordered: boolean;
  count: number;
}

class PlainWriter {
  text = '';
  readonly #lists: List[] = [];
  readonly #links: { readonly href: string; readonly from: number }[] = [];
  #droppedDepth = 0;
  #preDepth = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (dropped.has(name)) this.#droppedDepth += 1;
    if (this.#droppedDepth > 0) return;
    this.#space(name);
    if (lists.has(name)) this.#lists.push({ ordered: name === 'ol', count: 0 });
    else if (name === 'pre') this.#preDepth += 1;
    else if (name === 'li') this.#bullet();
    else if (name === 'a') this.#links.push({ href: attributes['href'] ?? '', from: this.text.length });
  }

  write(text: string): void {
    if (this.#droppedDepth > 0) return;
    const words = this.#preDepth > 0 ? text : text.replace(/\s+/gu, ' ');
    this.text += this.text === '' || /\s/u.test(this.text.slice(-1)) ? words.replace(/^ /u, '') : words;
  }

  close(name: string): void {
    if (this.#droppedDepth > 0) {
      if (dropped.has(name)) this.#droppedDepth -= 1;
      return;
    }
    if (name === 'a') this.#address();
    else if (name === 'pre') this.#preDepth = Math.max(0, this.#preDepth - 1);
    else if (lists.has(name)) this.#lists.pop();
    if (name !== 'br') this.#space(name);
  }

  /** What stands before and after an element. */
  #space(name: string): void {
    if (blocks.has(name)) this.#break(this.#lists.length > 0 ? 1 : 2);
    else if (lines.has(name)) this.#break(1);
    else if (cells.has(name)) this.text += ' ';
  }

  #break(wanted: number): void {
    const kept = this.text.trimEnd();
    if (kept === '') {
      this.text = '';
      return;
    }
    const there = this.text.slice(kept.length).split('\n').length - 1;
    // Straight after a bullet nothing breaks: a paragraph may open inside a list item.
    if (!/(?:^|\n)(?:•|\d+\.)$/u.test(kept)) this.text = kept + '\n'.repeat(Math.max(there, wanted));
  }

  #bullet(): void {
    const list = this.#lists.at(-1);
    if (list !== undefined) list.count += 1;
    this.text += list?.ordered === true ? `${String(list.count)}. ` : '• ';
  }

  #address(): void {
    const { href = '', from = 0 } = this.#links.pop() ?? {};
    const address = href.trim().slice(0, longestAddress);
    if (!/^(?:https?:\/\/|mailto:|tel:)/iu.test(address)) return;
    const bare = address.replace(/^(?:mailto|tel):/iu, '');
    if (!this.text.slice(from).includes(bare)) this.text += ` (${bare})`;
  }
}

/** XHTML as plain text; never throws. */
export function xhtmlToPlain(xhtml: string): string {
  const writer = new PlainWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        writer.open(name, attributes);
      },
      ontext: text => {
        writer.write(text);
      },
      onclosetag: name => {
        writer.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  );
  parser.end(capText(xhtml, longestRendering).text);
  return plainText(capText(plainText(writer.text), longestText).text);
}

const marked = new Marked({ async: false, gfm: true });
// Deeper nesting than a reader could follow; the markdown parser recurses for each level.
const tooDeep = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){40}/mu;

/** Markdown as plain text; never throws. What is nested too deep to be read as markdown is shown as written. */
export function markdownToPlain(markdown: string): string {
  const text = capText(markdown, longestRendering).text;
  const html = tooDeep.test(text) ? undefined : marked.parse(text);
  return typeof html === 'string' ? xhtmlToPlain(html) : plainText(capText(text, longestText).text);
}
