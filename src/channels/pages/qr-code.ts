// A QR code as an SVG in the page: black on white whatever the colours around it, with the quiet zone the standard asks for (ISO/IEC 18004).
import qrcode from 'qrcode-generator';
import { html, raw } from './html.js';
import type { Html } from './html.js';

const quietZone = 4;
/** A module is at least half a millimetre on paper, and the whole never under this many millimetres, so that an old phone reads it. */
const leastMillimetres = 28;
const millimetresAModule = 0.55;

/** One path through the dark modules: a run of them along a row is one stroke. */
function darkPath(isDark: (row: number, column: number) => boolean, count: number): string {
  const strokes: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < count && isDark(row, column + 1)) column += 1;
      const length = String(column - start + 1);
      strokes.push(`M${String(start + quietZone)} ${String(row + quietZone)}h${length}v1h-${length}z`);
    }
  }
  return strokes.join('');
}

/** The code that opens an address; `label` is what a screen reader says of it. */
export function renderQr(address: string, label: string): Html {
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const side = String(count + 2 * quietZone);
  const width = `${Math.max(leastMillimetres, Math.ceil((count + 2 * quietZone) * millimetresAModule)).toString()}mm`;
  const path = darkPath((row, column) => code.isDark(row, column), count);
  return html`<svg class="wm-qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" width="${width}" height="${width}" shape-rendering="crispEdges">
    <rect width="${side}" height="${side}" fill="#fff"/>
    ${raw(`<path d="${path}" fill="#000"/>`)}
  </svg>`;
}
