// A letter as a PDF: A4, tagged, every script with a font of its own, right to left where it is read so.
import { directionOf } from '../../referral/letter.js';
import type { Letter, LetterBlock, LetterText } from '../../referral/letter.js';
import { Sheet, whole } from './sheet.js';
import type { Column, Style } from './sheet.js';

const body: Style = { size: 10, weight: 'regular' };
const bold: Style = { size: 10, weight: 'bold' };
const small: Style = { size: 8.5, weight: 'regular', colour: '#4c6272' };
const headings: Readonly<Record<1 | 2 | 3, Style>> = {
  1: { size: 17, weight: 'bold' },
  2: { size: 12.5, weight: 'bold' },
  3: { size: 10.5, weight: 'bold' },
};
const [gap, pad] = [6, 8];
const labelShare = 0.3;

/** A column from the side its language begins at: `from` and `share` are parts of the whole width. */
function columnAt(from: number, share: number, direction: 'ltr' | 'rtl'): Column {
  const width = whole.width * share;
  const offset = whole.width * from;
  return { left: direction === 'ltr' ? whole.left + offset : whole.left + whole.width - offset - width, width };
}

class LetterWriter {
  readonly #sheet: Sheet;
  readonly #letter: Letter;
  readonly #direction: 'ltr' | 'rtl';

  constructor(letter: Letter, at: Date) {
    this.#letter = letter;
    this.#direction = directionOf(letter.lang);
    this.#sheet = new Sheet({ title: letter.title, lang: letter.lang, at });
  }

  #own(text: string): LetterText {
    return { text, lang: this.#letter.lang };
  }

  #heading(level: 1 | 2 | 3, text: string): void {
    const sheet = this.#sheet;
    // a heading does not stand alone at the foot of a page
    sheet.need(headings[level].size * 1.5 + 40);
    sheet.y += level === 1 ? 0 : gap;
    sheet.write(`H${String(level)}`, this.#own(text), whole, headings[level]);
  }

  /** A label, and beside it what is known. */
  #row(label: string, values: readonly LetterText[]): void {
    const sheet = this.#sheet;
    const beside = columnAt(labelShare, 1 - labelShare, this.#direction);
    const named = columnAt(0, labelShare - 0.02, this.#direction);
    const height = this.#heightOf(label, values, named, beside);
    if (height < 300) sheet.need(height);
    const top = sheet.y;
    sheet.write('P', this.#own(label), named, bold);
    const below = sheet.y;
    sheet.y = top;
    for (const value of values) sheet.write('P', value, beside, { ...body, side: this.#direction });
    sheet.y = Math.max(sheet.y, below < top ? sheet.y : below) + 2;
  }

  #heightOf(label: string, values: readonly LetterText[], named: Column, beside: Column): number {
    const count = values.reduce((sum, value) => sum + this.#sheet.lines(value, beside, body).length, 0);
    return Math.max(this.#sheet.lines(this.#own(label), named, bold).length, count) * body.size * 1.5;
  }

  #alert(title: string, lines: readonly LetterText[]): void {
    const sheet = this.#sheet;
    const inner: Column = { left: whole.left + pad, width: whole.width - 2 * pad };
    const count = [this.#own(title), ...lines].reduce((sum, line) => sum + sheet.lines(line, inner, body).length, 0);
    const height = count * body.size * 1.5 + 2 * pad;
    sheet.need(Math.min(height, 600));
    sheet.decorate(document => document.lineWidth(2).strokeColor('#d5281b').rect(whole.left, sheet.y, whole.width, height).stroke());
    sheet.y += pad;
    sheet.write('P', this.#own(title), inner, { ...bold, colour: '#b3150a' });
    for (const line of lines) sheet.write('P', line, inner, body);
    sheet.y += pad + gap;
  }

  /** A person's own words: indented from their own side, with a rule beside them. */
  #words(words: LetterText, note: string): void {
    const sheet = this.#sheet;
    sheet.need(body.size * 4.5);
    sheet.write('P', this.#own(note), whole, small);
    const inner: Column = { left: whole.left + 2 * pad, width: whole.width - 4 * pad };
    sheet.write('BlockQuote', words, inner, { ...body, size: 11 });
    sheet.y += gap;
  }

  #list(items: readonly LetterText[]): void {
    const inner = columnAt(0.03, 0.97, this.#direction);
    for (const item of items) {
      this.#sheet.need(body.size * 1.5);
      const { y } = this.#sheet;
      const x = this.#direction === 'ltr' ? whole.left + 5 : whole.left + whole.width - 5;
      this.#sheet.decorate(document => document.circle(x, y + 8, 1.6).fill('#212b32'));
      this.#sheet.write('LI', item, inner, { ...body, side: this.#direction });
    }
  }

  #block(block: LetterBlock): void {
    switch (block.kind) {
      case 'heading':
        this.#heading(block.level, block.text);
        return;
      case 'paragraph':
        this.#sheet.write('P', this.#own(block.text), whole, block.strong === true ? bold : body);
        return;
      case 'alert':
        this.#alert(block.title, block.lines);
        return;
      case 'facts':
        for (const { label, values } of block.rows) this.#row(label, values);
        return;
      case 'list':
        this.#list(block.items);
        return;
      case 'words':
        this.#words(block.words, block.note);
        return;
      case 'page':
        this.#sheet.newPage();
    }
  }

  write(): Promise<Buffer> {
    for (const block of this.#letter.blocks) this.#block(block);
    return this.#sheet.end((page, pages) => this.#own(`${this.#letter.foot} · ${String(page)} / ${String(pages)}`));
  }
}

/** The PDF of a letter. The same letter at the same time gives the same bytes. */
export function letterPdf(letter: Letter, at: Date): Promise<Buffer> {
  return new LetterWriter(letter, at).write();
}
