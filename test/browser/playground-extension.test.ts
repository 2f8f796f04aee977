// The message extension in Microsoft's own local client: a receptionist looks a service up and puts it into a chat, and hands a referral over to a
// patient, who opens it on a telephone of their own. Everything is pressed and typed in Microsoft's page, and sent by Microsoft's program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { answer, openPage, questionKey, useBrowser } from '../support/browser.js';
import { usePlayground } from '../support/playground.js';
import type { PlaygroundUser } from '../support/playground.js';
import { readQr } from '../support/read-qr.js';
import { findFreePort } from '../support/redis-server.js';
import { tenant as personWith } from './people.js';

const tenant = '0b7c1d52-90aa-4c0e-8a43-6a6f1c1f7a01';
const receptionist: PlaygroundUser = { tenant, user: '5d0d9a10-4f0b-4d7d-9a3e-11f0c7a1e002' };
const colleague: PlaygroundUser = { tenant, user: '5d0d9a10-4f0b-4d7d-9a3e-11f0c7a1e003' };

describe("the message extension in Microsoft's local client", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-extension-'));
  const world = useBrowser(async () => {
    const file = join(folder, 'staff.json');
    writeFileSync(file, JSON.stringify({ staff: [{ name: 'Reception, mornings', teams: receptionist, roles: ['receptionist'] }] }));
    const port = String(await findFreePort());
    return { PORT: port, WAYMARK_PUBLIC_URL: `http://127.0.0.1:${port}`, WAYMARK_STAFF: file };
  });
  const playground = usePlayground();

  before(async () => {
    const { core } = world.running.app;
    for (const end = Date.now() + 30_000; core.directory() === undefined && Date.now() < end;)
      await new Promise(done => setTimeout(done, 100));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Its page, once the bot has said something: before, a card has no chat to go to. */
  const open = async (as: PlaygroundUser): Promise<Page> => {
    const page = await playground.open(world.browser, world.running.url, 'msteams', as);
    await page.getByLabel('Message header').first().waitFor();
    return page;
  };

  /** Opens one kind of extension from the box where one writes. */
  const choose = async (page: Page, kind: 'Search Command' | 'Action Command'): Promise<void> => {
    await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  };

  /** Types into the box of the search; gives the list beneath it. */
  const search = async (page: Page, text: string): Promise<Locator> => {
    await choose(page, 'Search Command');
    if ((await page.getByPlaceholder('Command ID').count()) === 0) await page.getByText('Specify Command ID or Parameter').click();
    await page.getByPlaceholder('Command ID').fill('services');
    await page.getByPlaceholder('Parameter name').fill('text');
    await page.getByPlaceholder('Enter a search term').pressSequentially(text);
    return page
      .getByRole('dialog')
      .or(page.getByRole('group'))
      .filter({ has: page.getByPlaceholder('Enter a search term') });
  };

  const openDialog = async (page: Page): Promise<Locator> => {
    await choose(page, 'Action Command');
    await page.getByPlaceholder('Input command id or leave blanks').fill('hand-over');
    await page.getByRole('button', { name: 'Create' }).click();
    return page.getByRole('dialog');
  };

  const speaks = async (dialog: Locator, language: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: 'The patient’s language' }).click();
    await dialog.page().getByRole('option', { name: language }).click();
  };

  /** Puts what stands in the box into the chat; gives the card with these words that stands there then. */
  const send = async (page: Page, words: string): Promise<Locator> => {
    await page.getByRole('button', { name: 'Send Message' }).click();
    await page.getByText('Type a message...').waitFor();
    const card = page.locator('.ac-adaptiveCard').filter({ hasText: words });
    await card.waitFor();
    return card;
  };

  it('finds services as they are typed, and puts the one that is chosen into the chat', async () => {
    const page = await open(receptionist);
    const list = await search(page, 'rent arrears e1 6an');
    await list.getByText('Good Neighbours Mediation').click();
    const card = await send(page, 'Good Neighbours Mediation');
    expect(await page.getByText('I could not find that in the list').count(), 'the card is no answer to the bot').to.equal(0);
    const said = await card.innerText();
    expect(said).to.include('made up').and.include('Where: ').and.not.include('miles').and.not.include('E1 6AN rent');
    for (const link of ['Call', 'Show on a map', 'Leaflet', 'Leaflet in another language']) {
      expect(
        await card
          .getByRole('link', { name: link, exact: true })
          .or(card.getByRole('button', { name: link, exact: true }))
          .count(),
        link,
      ).to.equal(1);
    }
    await card.getByRole('button', { name: 'Leaflet in another language' }).click();
    const polish = await card.getByRole('link', { name: 'Polski' }).getAttribute('href');
    const { page: leaflet } = await openPage(world.browser);
    await leaflet.goto(polish ?? '');
    expect(await leaflet.getAttribute('html', 'lang')).to.equal('pl');
    expect(await leaflet.textContent('main')).to.include('Good Neighbours Mediation');
  });

  it('says so where nothing is found, and who may use it to whoever may not', async () => {
    const page = await open(receptionist);
    await (await search(page, 'qqqq')).getByText('We found nothing that fits.').waitFor();
    const other = await open(colleague);
    await (await search(other, 'rent')).getByText('Only staff can use this.').waitFor();
    await other.getByRole('button', { name: 'Close' }).first().click();
    await (await openDialog(other)).getByText('Only staff can use this.').waitFor();
  });

  it('hands over by a code that opens the conversation on the patient’s own telephone, in their language', async () => {
    const page = await open(receptionist);
    const dialog = await openDialog(page);
    await speaks(dialog, 'Polish – polski');
    await dialog.getByText('Food', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Hand over to their phone' }).click();
    await dialog.getByText('It works once, for 30 minutes.').waitFor();
    const link = await readQr(page, 'img[alt="QR code of the link"]');
    expect(link).to.match(new RegExp(`^${world.running.url}/code/[\\w-]{24}\\?lang=pl$`, 'u'));
    await dialog.getByRole('button', { name: 'Put into this chat' }).click();
    const card = await send(page, 'Do not open it yourself.');
    expect(await card.innerText()).to.include(link);

    const { page: telephone } = await openPage(world.browser);
    await telephone.goto(link);
    await telephone.click('main button');
    expect(await telephone.getAttribute('html', 'lang')).to.equal('pl');
    const person = personWith('I have no food');
    for (let turns = 0; turns < 30 && (await questionKey(telephone)) !== 'mind.words'; turns += 1) {
      await answer(telephone, person[await questionKey(telephone)] ?? 'true');
    }
    await telephone.click('.wm-card button[value=skip]');
    expect(await telephone.isChecked('[name=answer][value=food]'), 'the need known').to.equal(true);
  });

  it('leads to the desk where the patient is present, with language and needs set', async () => {
    const page = await open(receptionist);
    const dialog = await openDialog(page);
    await speaks(dialog, 'Bengali – বাংলা');
    await dialog.getByText('Food', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Start here, with the patient' }).click();
    const [desk] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog
        .getByRole('link', { name: 'Open the desk' })
        .or(dialog.getByRole('button', { name: 'Open the desk' }))
        .click(),
    ]);
    expect(desk.url()).to.equal(`${world.running.url}/desk?lang=bn&known=food`);
  });
});
