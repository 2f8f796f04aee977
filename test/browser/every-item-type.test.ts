// A form with every FHIR item type, answered in a real browser with and without script; and what only a script does with its controls.
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import { answer, launchBrowser, openPage, pressButton, questionKey, seriousFaults, start } from '../support/browser.js';
import type { Reply } from '../support/browser.js';
import { serveContent } from '../support/form-server.js';
import type { FormServer } from '../support/form-server.js';
import { realContent } from '../support/real-content.js';

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
const core = 'http://hl7.org/fhir/StructureDefinition';

function control(code: string): object {
  return {
    url: `${core}/questionnaire-itemControl`,
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
  };
}

function unit(code: string, display: string, kind = 'unit'): object {
  return { url: `${core}/questionnaire-${kind}`, valueCoding: { system: 'http://unitsofmeasure.org', code, display } };
}

const between = (min: number, max: number): readonly object[] => [
  { url: `${core}/minValue`, valueInteger: min },
  { url: `${core}/maxValue`, valueInteger: max },
];

const coded = (code: string): object => ({ valueCoding: { code, display: `Answer ${code}` } });
const letters = Array.from('abcdefghijklmnopqrst');

const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'shown', type: 'display', text: 'These questions are for a test.' },
    {
      linkId: 'group',
      type: 'group',
      text: 'About you',
      item: [{ linkId: 'boolean', type: 'boolean', prefix: '1.', text: 'Do you live alone?' }],
    },
    { linkId: 'integer', type: 'integer', text: 'How many stairs?', extension: [control('spinner'), ...between(0, 40)] },
    { linkId: 'slider', type: 'integer', text: 'How much pain?', extension: [control('slider'), ...between(0, 10)] },
    { linkId: 'decimal', type: 'decimal', text: 'How warm is it?', extension: [unit('Cel', '°C')] },
    { linkId: 'quantity', type: 'quantity', text: 'How heavy?', extension: [unit('kg', 'kg', 'unitOption'), unit('g', 'g', 'unitOption')] },
    { linkId: 'date', type: 'date', text: 'Since when?' },
    { linkId: 'dateTime', type: 'dateTime', text: 'When did you fall?' },
    { linkId: 'time', type: 'time', text: 'When do you get up?' },
    {
      linkId: 'string',
      type: 'string',
      text: 'In a word?',
      extension: [{ url: `${sdc}/sdc-questionnaire-shortText`, valueString: 'A word' }],
    },
    { linkId: 'text', type: 'text', text: 'In more words?' },
    { linkId: 'url', type: 'url', text: 'Where is it written?' },
    { linkId: 'attachment', type: 'attachment', text: 'Your letter?' },
    { linkId: 'reference', type: 'reference', text: 'Who helps you?' },
    { linkId: 'choice', type: 'choice', text: 'Which?', answerOption: letters.slice(0, 3).map(coded) },
    { linkId: 'list', type: 'choice', text: 'Which of all?', answerOption: letters.map(coded) },
    { linkId: 'search', type: 'choice', text: 'Which one, typed?', extension: [control('autocomplete')], answerOption: letters.map(coded) },
    { linkId: 'open', type: 'open-choice', repeats: true, text: 'What else?', answerOption: letters.slice(0, 3).map(coded) },
    { linkId: 'drug', type: 'string', repeats: true, text: 'Which medicine?' },
  ],
};

const answers: readonly (readonly [key: string, reply: Reply])[] = [
  ['boolean', 'true'],
  ['integer', '14'],
  ['slider', '8'],
  ['decimal', '19.5'],
  ['quantity', '70.5 kg'],
  ['date', '3/4/2026'],
  ['dateTime', '5/6/2026 14:30'],
  ['time', '07:15'],
  ['string', 'well'],
  ['text', 'fairly well'],
  ['url', 'https://example.org/page'],
  ['attachment', 'https://example.org/letter.pdf'],
  ['reference', 'Dr Lee'],
  ['choice', 'b'],
  ['list', 'q'],
  ['search', 'Answer t'],
  ['open', ['a', 'c']],
  ['drug', 'aspirin'],
  ['drug+', 'iron'],
  ['drug@1+', 'false'],
];

const told = [
  '14',
  '8',
  '19.5',
  '70.5 kg',
  '3 April 2026',
  '5 June 2026',
  '2:30 pm',
  '7:15',
  'fairly well',
  'https://example.org/letter.pdf',
];
const alsoTold = ['https://example.org/page', 'Dr Lee', 'Answer b', 'Answer q', 'Answer t', 'Answer a', 'Answer c', 'aspirin', 'iron'];

describe('every item type in a real browser', function () {
  this.timeout(240_000);
  let browser: Browser;
  let server: FormServer;

  before(async () => {
    const { form, problems } = checkQuestionnaireFile(questionnaire, 'every-type.json');
    expect(problems).to.deep.equal([]);
    if (!form) throw new Error('no form');
    [browser, server] = await Promise.all([launchBrowser(), serveContent(withQuestionnaire(realContent(), form))]);
  });

  after(async () => {
    await browser.close();
    await server.stop();
  });

  /** Goes to a question, leaving out what stands before it. */
  async function goTo(page: Page, wanted: string, lang = 'en-GB'): Promise<void> {
    await start(page, server.url, lang);
    while ((await questionKey(page)) !== wanted) await answer(page, null);
  }

  for (const javaScriptEnabled of [true, false]) {
    it(`is answered whole ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await start(page, server.url, 'en-GB');
      const faults: string[] = [];
      for (const [key, reply] of answers) {
        expect(await questionKey(page)).to.equal(key);
        if (javaScriptEnabled) faults.push(...(await seriousFaults(page)));
        await answer(page, reply);
      }
      expect(await questionKey(page)).to.equal('review');
      const review = (await page.textContent('.wm-card')) ?? '';
      for (const words of [...told, ...alsoTold]) expect(review).to.contain(words);
      await pressButton(page, 'pick:send');
      expect(await page.locator('.wm-sent__panel').count()).to.equal(1);
      expect(faults).to.deep.equal([]);
    });
  }

  it('says what is wrong beside the field, and keeps what was typed', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await goTo(page, 'quantity');
    await answer(page, '70.5');
    expect(await page.locator('.nhsuk-error-message').count()).to.equal(1);
    expect(await page.inputValue('[name=answer]')).to.equal('70.5');
    await answer(page, '70.5 g');
    expect(await questionKey(page)).to.equal('date');
    await answer(page, '31/2/2026');
    expect(await page.inputValue('[name=month]')).to.equal('2');
    await answer(page, '28/2/2026');
    await answer(page, '28/2/2026 never');
    expect(await questionKey(page)).to.equal('dateTime');
    expect(await page.inputValue('[name=time]')).to.equal('never');
  });

  it('takes a slider for an answer only once it was moved, pressed, or its number typed', async () => {
    const { page } = await openPage(browser);
    await goTo(page, 'slider');
    expect(await page.getAttribute('[name=slid]', 'aria-valuetext')).to.equal('Not answered');
    await page.locator('[name=slid]').press('ArrowRight');
    expect(await page.inputValue('[name=answer]')).to.equal('6');
    expect(await page.getAttribute('[name=slid]', 'aria-valuetext')).to.equal(null);
    await page.fill('[name=answer]', '2');
    expect(await page.inputValue('[name=slid]')).to.equal('2');
    await page.fill('[name=answer]', '');
    await page.locator('[name=slid]').press(' ');
    expect(await page.inputValue('[name=answer]')).to.equal('2');
  });

  it('steps a number by two buttons, not past its ends', async () => {
    const { page } = await openPage(browser);
    await goTo(page, 'integer');
    const [less, more] = [page.locator('[data-step="-1"]'), page.locator('[data-step="1"]')];
    await more.click();
    expect(await page.inputValue('[name=answer]')).to.equal('0');
    await less.click();
    expect(await page.inputValue('[name=answer]')).to.equal('0');
    await page.fill('[name=answer]', '39');
    await more.click();
    await more.click();
    expect(await page.inputValue('[name=answer]')).to.equal('40');
  });

  it('keeps numbers and units from left to right in Arabic', async () => {
    const { page } = await openPage(browser, { locale: 'ar' });
    await goTo(page, 'decimal', 'ar');
    const [field, suffix] = await Promise.all([page.locator('#answer').boundingBox(), page.locator('#unit-name').boundingBox()]);
    expect(field?.x ?? Number.NaN).to.be.lessThan(suffix?.x ?? Number.NaN);
    expect(await seriousFaults(page)).to.deep.equal([]);
  });
});
