// A QR code read back as a telephone reads it: a picture's pixels turned to light and dark, and decoded by ZXing.
import zxing from '@zxing/library';
import type { Page } from 'playwright-core';

const { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = zxing;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly light: readonly number[];
}

/** Turns a PNG into light and dark inside a browser, which has the only decoder of PNG that is needed. */
const measure = (png: string): string => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${png}';
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const light = Array.from({ length: image.width * image.height }, (_, at) => Math.round((data[4 * at] + data[4 * at + 1] + data[4 * at + 2]) / 3));
  return { width: image.width, height: image.height, light };
})()`;

/** What the code on a page says, from a picture of that part of it. */
export async function readQr(page: Page, selector: string): Promise<string> {
  // between the bars at either edge, as a person would scroll it
  await page.evaluate(`document.querySelector('${selector}').scrollIntoView({ block: 'center' })`);
  const picture = await page.locator(selector).first().screenshot();
  const blank = await page.context().newPage();
  const { width, height, light } = await blank.evaluate<Pixels>(measure(picture.toString('base64')));
  await blank.close();
  const source = new RGBLuminanceSource(Uint8ClampedArray.from(light), width, height);
  return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
}
