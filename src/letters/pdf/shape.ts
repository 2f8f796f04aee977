// Letters to glyphs, by HarfBuzz: joined, reordered and placed as the script wants. pdfkit draws with what fontkit opens; it is given the same font with
// this way of laying out in place of fontkit's own, which fails on some marks.
import * as harfbuzz from 'harfbuzzjs';
import type { Font, GlyphRun } from 'fontkit';

/** Begins letters that run right to left, for this file alone: pdfkit passes nothing but the letters. */
export const rightToLeft = '\u200f';

const lam = 0x06_44;
const alefs: ReadonlySet<number> = new Set([0x06_22, 0x06_23, 0x06_25, 0x06_27, 0x06_71]);
/** Zero width joiner: a glyph without an outline in every Arabic font; never left in what is drawn. */
const joiner = 0x20_0d;

interface Placed {
  readonly glyph: { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
  readonly position: { readonly xAdvance: number; readonly yAdvance: number; readonly xOffset: number; readonly yOffset: number };
}

/** The characters each glyph stands for; of several glyphs that stand for some together, the first has them. */
function charactersOf(clusters: readonly number[], text: string): readonly (readonly number[])[] {
  const starts = [...new Set(clusters)].sort((one, other) => one - other);
  const given = new Set<number>();
  return clusters.map(start => {
    if (given.has(start)) return [];
    given.add(start);
    const end = starts[starts.indexOf(start) + 1] ?? text.length;
    return Array.from(text.slice(start, end), character => character.codePointAt(0) ?? 0);
  });
}

/**
 * The ligature of lam and alef is one glyph for two letters. Programs that read a PDF out, or copy from it, split such a glyph from left to right, which
 * turns the two round. So its left half is the alef, and an empty right half the lam: every reader then finds the letters as they were written.
 */
function halves({ glyph, position }: Placed, empty: number): readonly Placed[] {
  const [first, second = 0, ...more] = glyph.codePoints;
  if (first !== lam || !alefs.has(second) || more.length > 0) return [{ glyph, position }];
  const width = position.xAdvance / 2;
  // an object each: pdfkit writes into them
  return [
    { glyph: { id: glyph.id, advanceWidth: width, codePoints: [second] }, position: { ...position, xAdvance: width } },
    { glyph: { id: empty, advanceWidth: width, codePoints: [lam] }, position: { ...position, xAdvance: width } },
  ];
}

/** One font's way of laying out. */
export type Shape = (letters: string) => Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;

/** How HarfBuzz lays out with this font. `bytes`: the font's file. */
function createShape(font: Font, bytes: Buffer): Shape {
  const own = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes).buffer)));
  const empty = font.glyphForCodePoint(joiner).id;
  return letters => {
    const isRtl = letters.startsWith(rightToLeft);
    const text = isRtl ? letters.slice(rightToLeft.length) : letters;
    const buffer = new harfbuzz.Buffer();
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(isRtl ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(own, buffer);
    const infos = buffer.getGlyphInfos();
    const places = buffer.getGlyphPositions();
    const characters = charactersOf(
      infos.map(({ cluster }) => cluster),
      text,
    );
    const placed = infos.flatMap(({ codepoint: id }, at): readonly Placed[] => {
      const place = places[at];
      if (place === undefined) return [];
      const { xAdvance, yAdvance, xOffset, yOffset } = place;
      const glyph = { id, advanceWidth: font.getGlyph(id).advanceWidth, codePoints: characters[at] ?? [] };
      return halves({ glyph, position: { xAdvance, yAdvance, xOffset, yOffset } }, empty);
    });
    const advanceWidth = placed.reduce((sum, { position }) => sum + position.xAdvance, 0);
    // Safe: pdfkit reads of a glyph what stands here.
    return {
      glyphs: placed.map(({ glyph }) => glyph),
      positions: placed.map(({ position }) => position),
      advanceWidth,
    } as unknown as ReturnType<Shape>;
  };
}

/** The same font, laid out by HarfBuzz. */
export function shapedByHarfBuzz(font: Font, bytes: Buffer): Font {
  const shape = createShape(font, bytes);
  return Object.create(font, { layout: { value: shape } }) as Font;
}
