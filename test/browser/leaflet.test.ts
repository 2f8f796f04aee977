// The leaflet and what is near, in a real browser: on a telephone, on paper, read back from its code; nothing serious to axe-core.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import type { Content } from '../../src/content/content.js';
import type { Reply } from '../../src/conversation/reply.js';
import { launchBrowser, openPage, seriousFaults } from '../support/browser.js';
import { serveContent } from '../support/form-server.js';
import type { FormServer } from '../support/form-server.js';
import { asking, FakeConversing, spoken } from '../support/pages-world.js';
import { readQr } from '../support/read-qr.js';
import { realContent } from '../support/real-content.js';
import { directoryOf, nearWhitechapel, sampleServices } from '../support/sample-directory.js';

const publicUrl = 'https://help.practice.example';
const services = sampleServices();
const near = nearWhitechapel(services, ['loneliness', 'legal', 'safety']);
const hidden = services.find(service => service.hidden)?.id ?? '';
const ids = `${near.groups[0]?.matches[0]?.service.id ?? ''},${hidden}`;
const options = near.groups.flatMap(({ matches }) =>
  matches.map(({ service }) => ({ value: service.id, label: { verbatim: service.name } })),
);

const replies: Readonly<Record<string, Reply>> = {
  ask: { ...(asking({ type: 'choice', repeats: true, required: false, options }) as Extract<Reply, { kind: 'ask' }>), near },
  sent: { kind: 'sent', reference: 'AB12-CD34', status: 'requested', code: '123456', phrases: [], near },
  near: { kind: 'near', near, phrases: [] },
};

interface World {
  readonly content: Content;
  readonly browser: Browser;
  readonly server: FormServer;
}

describe('the leaflet and what is near, in a real browser', function () {
  this.timeout(180_000);
  const conversing = new FakeConversing();
  let world: World;

  before(async () => {
    const content = realContent();
    const server = await serveContent(content, { directory: () => directoryOf(services), conversing, publicUrl });
    world = { content, server, browser: await launchBrowser() };
  });
  after(async () => {
    await world.browser.close();
    await world.server.stop();
  });

  const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

  async function openLeaflet(lang: string, setting = ''): Promise<{ readonly page: Page; readonly outside: readonly string[] }> {
    const opened = await openPage(world.browser, { locale: lang });
    await opened.page.goto(`${world.server.url}/leaflet?lang=${lang}&s=${ids}${setting}`);
    return opened;
  }

  for (const lang of ['en-GB', 'bn', 'ar', 'pl']) {
    it(`is a page for a telephone, and one or two of paper, in ${lang}`, async () => {
      const { page, outside } = await openLeaflet(lang);
      expect(await page.getAttribute('html', 'dir')).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      expect(await widthOf(page)).to.equal(360);
      expect(await seriousFaults(page)).to.deep.equal([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await widthOf(page), 'at 320 pixels').to.equal(320);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length, 'pages').to.be.within(1, 2);
      expect(pdf).to.match(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/u);
      expect(pdf.length).to.be.greaterThan(10_000);
      expect(outside).to.deep.equal([]);
    });
  }

  for (const setting of ['&size=large', '&layout=easy']) {
    it(`is 18 points or larger on paper with ${setting}, and opens so from its own code`, async () => {
      const { page } = await openLeaflet('bn', setting);
      expect(await seriousFaults(page)).to.deep.equal([]);
      await page.setViewportSize({ width: 1000, height: 1000 });
      expect(await readQr(page, '.wm-leaflet__scan svg')).to.equal(`${publicUrl}/leaflet?lang=bn&s=${ids}${setting}`);
      await page.emulateMedia({ media: 'print' });
      const sizes = await page.evaluate<number[]>(
        "[...document.querySelectorAll('.wm-leaflet__service :is(p, li, dd, h2)')].map(part => parseFloat(getComputedStyle(part).fontSize))",
      );
      expect(sizes.length).to.be.greaterThan(3);
      expect(Math.min(...sizes) * 0.75).to.be.at.least(18);
    });
  }

  it('has codes that are read back as printed, dark or in forced colours: this leaflet, and the start page', async () => {
    for (const colours of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
      const { page } = await openLeaflet('ar');
      await page.setViewportSize({ width: 1000, height: 1000 });
      await page.emulateMedia(colours);
      expect(await readQr(page, '.wm-leaflet__scan svg')).to.equal(`${publicUrl}/leaflet?lang=ar&s=${ids}`);
      expect(await readQr(page, '.wm-leaflet__more svg')).to.equal(`${publicUrl}/?lang=ar`);
      const box = await page.locator('.wm-leaflet__more svg').boundingBox();
      expect((box?.width ?? 0) / (96 / 25.4), 'millimetres').to.be.at.least(25);
    }
  });

  it('prints by its button, and says how where no script makes it work', async () => {
    const { page } = await openLeaflet('en-GB');
    await page.evaluate('window.print = () => { document.title = "printed"; }');
    await page.click('[data-print]');
    expect(await page.title()).to.equal('printed');
    const { page: plain } = await openPage(world.browser, { javaScriptEnabled: false });
    await plain.goto(`${world.server.url}/leaflet?lang=en-GB&s=${ids}`);
    expect(await plain.isVisible('[data-print]')).to.equal(false);
    expect(await plain.isVisible('.wm-scriptless')).to.equal(true);
  });

  for (const lang of ['en-GB', 'ar']) {
    it(`shows what is near with nothing serious for axe-core in ${lang}`, async () => {
      for (const [kind, reply] of Object.entries(replies)) {
        const { page, outside } = await openPage(world.browser, { locale: lang });
        conversing.says = spoken({ lang, replies: [reply] });
        await page.goto(`${world.server.url}/?lang=${lang}`);
        expect(await seriousFaults(page), 'start').to.deep.equal([]);
        await page.click('button[value=near]');
        await page.waitForSelector('.wm-near');
        await page.click('.wm-service summary >> nth=0');
        expect(await seriousFaults(page), kind).to.deep.equal([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await widthOf(page), kind).to.equal(320);
        const least = await page.evaluate<number>(
          "Math.min(...[...document.querySelectorAll('.wm-service summary')].map(part => part.getBoundingClientRect().height))",
        );
        expect(least, 'a large thing to press').to.be.at.least(44);
        expect(outside).to.deep.equal([]);
      }
    });
  }

  it('unfolds every service on paper', async () => {
    const { page } = await openPage(world.browser);
    conversing.says = spoken({ replies: [replies['near'] ?? asking()] });
    await page.goto(world.server.url);
    await page.click('button[value=near]');
    await page.waitForSelector('.wm-near');
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.wm-service details:not([open])').count()).to.equal(0);
  });
});
