// The words patients read keep the rules of dialogs/README.md: short sentences, nothing shouted, sign-off told truly, no instrument that
// may not be shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { type QuestionnaireItem, questionnaireSchema } from '../../src/content/forms/questionnaire-schema.js';

// Items whose words are an instrument's own.
const instruments = new Set(
  [
    'hours hours.help ons4 satisfied worthwhile happy anxious lonely companionship left-out isolated worried lasted',
    'frequency units binge',
    'work gppaq-hours exercise cycling walking housework gardening pace',
    'living problems transport utilities',
  ].flatMap(ids => ids.split(' ')),
);
const notAllowed = /SWEMWBS|WEMWBS|MYCaW|Patient Activation|PRAPARE/u;

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const files = ['dialogs', 'dialogs/screens', 'dialogs/instruments'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => `${folder}/${name}`),
);

const questionnaires = files.flatMap(file => {
  const parsed = questionnaireSchema.safeParse(read(file));
  return parsed.success ? [{ file, questionnaire: parsed.data }] : [];
});

function textsOf(items: readonly QuestionnaireItem[]): readonly { readonly id: string; readonly text: string }[] {
  return items.flatMap(item => [
    ...(item.text === undefined ? [] : [{ id: item.linkId, text: item.text }]),
    ...(item.answerOption ?? []).map(option => ({ id: item.linkId, text: option.valueCoding?.display ?? '' })),
    ...textsOf(item.item ?? []),
  ]);
}

const dialogTexts = questionnaires.flatMap(({ file, questionnaire }) =>
  textsOf(questionnaire.item).map(({ id, text }) => ({ where: `${file} ${id}`, id, text })),
);
const endTexts = Object.entries(z.record(z.string(), z.record(z.string(), z.string())).parse(read('dialogs/ends.json'))).flatMap(([id, end]) =>
  Object.values(end).map(text => ({ where: `dialogs/ends.json ${id}`, id, text })),
);
const productTexts = Object.entries(z.record(z.string(), z.string()).parse(read('locales/en-GB/product.json'))).map(([id, text]) => ({
  where: `locales/en-GB/product.json ${id}`,
  id,
  text,
}));
const texts = [...dialogTexts, ...endTexts, ...productTexts];

describe('the words patients read', () => {
  it('are there', () => {
    expect(questionnaires.length).to.be.greaterThan(30);
  });

  it('stand in sentences of at most 20 words, but for the instruments, whose words are not ours', () => {
    const long = texts
      .filter(({ id }) => !instruments.has(id))
      .flatMap(({ where, text }) => text.split(/(?<=[.?:])\s+/u).map(sentence => ({ where, sentence })))
      .filter(({ sentence }) => sentence.split(/\s+/u).length > 20);
    expect(long).to.deep.equal([]);
  });

  it('never shout, wink or say Other', () => {
    const rude = texts.filter(({ text }) => /!|\p{Extended_Pictographic}|\bOops\b|^Other\b/u.test(text.replaceAll('™', '')));
    expect(rude).to.deep.equal([]);
  });

  it('come with where they are from, their licence and where their sign-off stands', () => {
    const silent = questionnaires
      // Nobody reads the facts, and the journey asks nothing itself.
      .filter(({ questionnaire }) => questionnaire.id !== 'facts' && questionnaire.id !== 'journey')
      .filter(({ questionnaire: { description } }) => !(typeof description === 'string' && description.includes('Licence: ') && description.includes('Sign-off: ')))
      .map(({ file }) => file);
    expect(silent).to.deep.equal([]);
  });

  it('are called drafts until a clinician has signed them', () => {
    const early = questionnaires.filter(
      ({ questionnaire: { status, description } }) => status === 'active' && /awaits/iu.test(String(description)),
    );
    expect(early.map(({ file }) => file)).to.deep.equal([]);
  });

  it('hold no instrument whose licence forbids it', () => {
    const found = files.filter(file => notAllowed.test(readFileSync(file, 'utf8')));
    expect(found).to.deep.equal([]);
  });
});
