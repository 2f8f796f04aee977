// The pages of a PDF while they are written: how far down we are, lines of text, a new page where this one is full. Every block is tagged with what it
// is, so that screen readers read the letter in order (PDF tagged structure, ISO 32000-1 14.8).
import PDFDocument from 'pdfkit';
import { directionOf } from '../../referral/letter.js';
import type { LetterText } from '../../referral/letter.js';
import { fontOf, isReordered } from './fonts.js';
import type { Weight } from './fonts.js';
import { features, linesOf } from './lines.js';
import type { Line, Piece, Setting } from './lines.js';

/** A4 in points. */
const paper = { width: 595.28, height: 841.89 };
const margin = 48;
const footRoom = 30;
/** Lines stand so far apart, by their size: letters above and below the line need room in some scripts. */
const leading = 1.5;
/** From the top of a line down to where its letters stand, by their size. */
const ascent = 1.1;

/** A box on the page: points from the left, and width. */
export interface Column {
  readonly left: number;
  readonly width: number;
}

/** The whole width between the margins. */
export const whole: Column = { left: margin, width: paper.width - 2 * margin };

/** How words are set. `side`: where lines begin; absent: where their language does. */
export interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour?: string;
  readonly side?: 'ltr' | 'rtl';
}

export interface SheetOptions {
  readonly title: string;
  readonly lang: string;
  readonly at: Date;
}

function utf16(text: string): string {
  return `<feff${[...Buffer.from(text, 'utf16le').swap16()].map(byte => byte.toString(16).padStart(2, '0')).join('')}>`;
}

/** Pages being written. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  /** Points from the top. */
  y = margin;

  constructor({ title, lang, at }: SheetOptions) {
    this.document = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      pdfVersion: '1.7',
      lang,
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, CreationDate: at, ModDate: at, Producer: 'Waymark', Creator: 'Waymark' },
    });
    this.#root = this.document.struct('Document');
    this.document.addStructure(this.#root);
  }

  /** The lines these words take in a column. */
  lines(words: LetterText, column: Column, { size, weight }: Style): readonly Line[] {
    const setting: Setting = { size, weight, width: column.width, direction: directionOf(words.lang) };
    return linesOf(words.text, setting);
  }

  /** Room for so many points, on this page or the next. */
  need(height: number): void {
    if (this.y + height > paper.height - margin - footRoom) this.newPage();
  }

  newPage(): void {
    this.document.addPage();
    this.y = margin;
  }

  /** Words as a block of this kind (`P`, `H1`, …), in their own language. */
  write(tag: string, words: LetterText, column: Column, style: Style): void {
    const lines = this.lines(words, column, style);
    const side = style.side ?? directionOf(words.lang);
    for (const line of lines) {
      this.need(style.size * leading);
      this.tagged(tag, words.lang, () => {
        this.draw(line, column, style, side);
      });
      this.y += style.size * leading;
    }
  }

  /** Whatever is drawn, as an element of the letter. */
  tagged(tag: string, lang: string, draw: () => void): void {
    this.#root.add(this.document.struct(tag, { lang }, draw));
  }

  /** One line at the height we are at. */
  draw(line: Line, { left, width }: Column, style: Style, side: 'ltr' | 'rtl'): void {
    let x = side === 'rtl' ? left + width - line.width : left;
    for (const piece of line.pieces) {
      this.#drawPiece(piece, x, style);
      x += piece.width;
    }
  }

  #drawPiece({ run, letters, written }: Piece, x: number, { size, weight, colour = '#212b32' }: Style): void {
    // Safe: pdfkit takes a font that fontkit has opened; its types do not say so.
    const font = fontOf(run.script, weight) as unknown as PDFKit.Mixins.PDFFontSource;
    const apart = isReordered(run.script);
    const { document } = this;
    document.font(font).fontSize(size).fillColor(colour);
    if (apart) document.addContent(`/Span <</ActualText ${utf16(written)}>> BDC`);
    // every font on the same line, whatever its own height
    document.text(letters, x, this.y + size * ascent, { features, lineBreak: false, baseline: 'alphabetic' });
    if (apart) document.addContent('EMC');
  }

  /** Something to look at that says nothing: a rule, a box. */
  decorate(draw: (document: PDFKit.PDFDocument) => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  /** The finished bytes; `foot` says what stands at the foot of a page. */
  async end(foot: (page: number, pages: number) => LetterText): Promise<Buffer> {
    this.#root.end();
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      this.y = paper.height - margin;
      const words = foot(page + 1, count);
      const style: Style = { size: 8, weight: 'regular', colour: '#4c6272' };
      const [line] = this.lines(words, whole, style);
      if (line === undefined) continue;
      this.decorate(() => {
        this.draw(line, whole, style, directionOf(words.lang));
      });
    }
    const chunks: Buffer[] = [];
    this.document.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((done, failed) => {
      this.document.once('end', done).once('error', failed);
    });
    this.document.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
