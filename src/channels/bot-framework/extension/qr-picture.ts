// A QR code as a picture inside a card: nothing is fetched for it, so the address it holds is told to nobody else.
import qrcode from 'qrcode-generator';

/** Sides of a module and of the quiet zone round the code, in pixels: the zone is four modules wide (ISO/IEC 18004). */
const side = 6;
const quietZone = 4 * side;

/** The code that opens an address: a GIF as a data URI, black on white. */
export function qrPicture(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  return code.createDataURL(side, quietZone);
}
