// What goes over the wire: bytes as they travel, compressed and with their headers.
import type { Page } from 'playwright-core';

/** The bytes of each answer to a turn, the newest last. Without script a turn is a redirect and a page, counted together. */
export interface Weighed {
  readonly turns: readonly number[];
}

/** Weighs the turns of a page from now on. */
export async function weighTurns(page: Page): Promise<Weighed> {
  const session = await page.context().newCDPSession(page);
  const turns: number[] = [];
  const underWay = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    const before = underWay.get(requestId);
    if (redirectResponse !== undefined && before !== undefined) underWay.set(requestId, before + redirectResponse.encodedDataLength);
    else if (request.method === 'POST') underWay.set(requestId, 0);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const before = underWay.get(requestId);
    if (before !== undefined) turns.push(before + encodedDataLength);
    underWay.delete(requestId);
  });
  await session.send('Network.enable');
  return { turns };
}

/** Bytes of everything an address loads, in a browser that has nothing of it yet. */
export async function weighVisit(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(address, { waitUntil: 'networkidle' });
  return bytes;
}
