// What is near in channels that show text and buttons: lines a person reads, buttons they press, data a client takes.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Activity, CardAction } from 'botbuilder';
import { matchLines, nearLines, wireNear } from '../../../src/channels/bot-framework/say-near.js';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import { mapLink } from '../../../src/channels/map-link.js';
import type { Match } from '../../../src/directory/match-request.js';
import type { Place } from '../../../src/directory/service.js';
import { Dialogue } from '../../support/a-dialogue.js';
import { localDirectory } from '../../support/local-directory.js';
import { realContent } from '../../support/real-content.js';
import { aService, placeAt, weekly } from '../../support/small-directory.js';

const directory = localDirectory();
const given = { 'mind.needs': ['loneliness'], 'eligibility.age': 70, 'near.postcode': 'E1 6AN' };

const said = ({ replies, lang, content }: Dialogue): readonly Partial<Activity>[] => toActivities(replies, lang, content);
const buttons = (activity: Partial<Activity> | undefined): readonly CardAction[] => activity?.suggestedActions?.actions ?? [];
const titles = (activity: Partial<Activity> | undefined): readonly string[] => buttons(activity).map(({ title }) => title);

const content = realContent();
const english = {
  lang: 'en-GB',
  today: '2026-11-23',
  content,
  word: (phrase: Parameters<typeof content.translator.word>[0]) => content.translator.word(phrase, 'en-GB'),
};

function matched(more: Partial<Match> = {}): Match {
  const service = aService('warm-hub', ['energy'], 'bow', {
    phones: ['020 7946 0001'],
    email: 'hello@warm.example.org',
    url: 'https://warm.example.org',
    costNote: 'Tea is 50p',
    schedules: [{ ...weekly(['SA']), closes: undefined as never }, weekly([])],
  });
  const place = placeAt('bow', 'bow', { schedules: [weekly(['MO', 'WE'])], postcode: undefined as never });
  return { service, place, miles: 0.4, reasons: [{ code: 'free' }], ...more };
}

describe('what is near, over a channel', () => {
  it('is a message before its question, with buttons and data on the question', () => {
    const activities = said(new Dialogue({ directory }).until('near.ask-about', given));
    const [list, question] = activities.slice(-2);
    expect(list?.text).to.include('Feeling lonely or wanting company\n1. lunch club\nfree · very near · ');
    expect(titles(question)).to.deep.equal([
      'Skip',
      'Tell me more: lunch club',
      'Tell me more: coffee morning',
      'Tell me more: national friends',
    ]);
    expect(buttons(question)[1]).to.deep.include({ value: { command: 'more', key: 'lunch-club' } });
    const { near } = (question?.channelData as { readonly waymark: { readonly near: ReturnType<typeof wireNear> } }).waymark;
    expect(near[0]?.need).to.equal('loneliness');
    expect(near[0]?.services[0]).to.deep.include({ id: 'lunch-club', name: 'lunch club', miles: 0 });
    expect(near[0]?.services[0]?.reasons.slice(0, 2)).to.deep.equal(['free', 'miles']);
  });

  it('keeps numbers and addresses left to right where the words are not, and leaves links bare', () => {
    const arabic = { ...english, lang: 'ar', word: (phrase: Parameters<typeof english.word>[0]) => content.translator.word(phrase, 'ar') };
    const lines = matchLines(matched(), arabic);
    expect(lines.filter(line => line.includes('7946'))).to.deep.equal([
      `${arabic.word({ product: 'near.call' })}: \u2066020 7946 0001\u2069`,
    ]);
    expect(lines.find(line => line.includes('https://warm.example.org'))).to.match(/: https:\/\/warm\.example\.org$/u);
  });

  it('is offered by a button beside the first question', () => {
    const [first] = said(new Dialogue({ directory })).slice(-1);
    expect(titles(first)).to.include('Only show me what is near');
    expect(buttons(first).at(-1)).to.deep.include({ value: { command: 'near' } });
    expect(titles(said(new Dialogue()).at(-1))).not.to.include('Only show me what is near');
  });

  it('ends its own way with a button for a referral, and without a word of paper', () => {
    const dialogue = new Dialogue({ directory }).commands('near').until('near.postcode', given).says('E1 6AN');
    const [last] = said(dialogue).slice(-1);
    expect(last?.text).to.include('What is near you\nThese may help you.').and.not.include('print');
    expect(titles(last).at(-1)).to.equal('Ask a link worker for help');
    expect(last?.channelData).to.have.nested.property('waymark.near[0].need', 'loneliness');
  });

  it('is said once where nothing at all was found, and need by need where something was', () => {
    const at = (needs: readonly string[], now = directory) => {
      const dialogue = new Dialogue({ directory: now })
        .commands('near')
        .until('near.postcode', { ...given, 'eligibility.age': 62, 'mind.needs': needs });
      return dialogue.says('E1 6AN').heard;
    };
    expect(at(['money'], localDirectory([])).split('We found nothing')).to.have.lengthOf(2);
    expect(at(['loneliness', 'transport']).split('We found nothing')).to.have.lengthOf(2);
    expect(at(['money'], localDirectory([])))
      .to.include('Help through Hardship')
      .and.not.include('open now');
  });

  it('follows the reference of a referral', () => {
    const dialogue = new Dialogue({ directory }).until('review', { ...given, 'near.ask-about': ['lunch-club'] }).answers('send');
    const [, list] = said(dialogue).slice(-2);
    expect(list?.text).to.match(/^You do not have to wait\. These are near you now:\n/u);
  });

  it('is offered by a button at an end', () => {
    const dialogue = new Dialogue({ directory }).until('consent.share').answers(false);
    expect(titles(said(dialogue).at(-1))).to.deep.equal(['Only show me what is near']);
  });

  it('tells the whole of one service', () => {
    const dialogue = new Dialogue({ directory }).until('near.ask-about', given).commands('more', { key: 'lunch-club' });
    expect(said(dialogue)[0]?.text).to.include('What lunch-club does.').and.include('Who runs it: lunch-club');
  });
});

describe('the lines of one service', () => {
  it('say everything the feed says', () => {
    const lines = matchLines(matched(), english);
    expect(lines).to.include.members([
      'warm hub',
      'free',
      'What warm-hub does.',
      'Mondays and Wednesdays: 10:00 am to 12:00 pm',
      'Cost: Tea is 50p',
      'Who runs it: warm-hub',
      'Where: bow hall, 1 Test Street',
      'Call: 020 7946 0001',
      'E-mail: hello@warm.example.org',
      'Website: https://warm.example.org',
    ]);
  });

  it('tell the hours of the place as they are, then what the feed says of them; without any, those of the service', () => {
    const first = { ...weekly([]), freq: 'MONTHLY', days: [{ day: 'TU', nth: 1 }], note: 'Not in August' } as const;
    const schedules = [first, { ...weekly(['FR']), interval: 2, from: '2026-11-20' }, weekly(['SA'], { to: '2026-11-22' })];
    const hours = (at: Partial<Place>) => matchLines(matched({ place: placeAt('bow', 'bow', at) }), english).join('\n');
    const said = hours({ schedules }).replaceAll('\u202f', ' ');
    expect(said)
      .to.include('\nFridays: 10:00 am to 12:00 pm · every 2 weeks · next date: 4 December 2026\n')
      .and.include('\nonce a month · next date: 1 December 2026 · 10:00 am to 12:00 pm\nNot in August\n')
      .and.not.include('Tuesdays')
      .and.not.include('Saturdays');
    expect(hours({ schedules: [] })).to.include('\nSaturdays: from 10:00');
    const { place: _, ...remote } = matched();
    expect(matchLines(remote, english).join('\n')).to.include('Saturdays: from 10:00');
  });

  it('never tell a kept address, nor show it on a map', () => {
    const kept = matched({ service: { ...matched().service, hidden: true } });
    const lines = matchLines(kept, english).join('\n');
    expect(lines).to.include('To keep people safe, the address is not shown.').and.not.include('Where').and.not.include('openstreetmap');
    expect(mapLink(kept)).to.equal(undefined);
    const { place: _, ...remote } = matched();
    expect(mapLink(remote)).to.equal(undefined);
  });

  it('say in other languages whose words these are', () => {
    const polish = { ...english, lang: 'pl', word: (phrase: Parameters<typeof english.word>[0]) => content.translator.word(phrase, 'pl') };
    expect(matchLines(matched(), polish)).to.include(content.translator.word({ product: 'near.own-words' }, 'pl'));
  });

  it('name the page where there is no telephone, and warn of what is made up or rough', () => {
    const service = { ...matched().service, phones: [] };
    const groups = [{ need: 'energy' as const, matches: [matched({ service })], lines: [] }];
    const lines = (where: 'postcode' | 'outward' | 'unknown', sample = false) => nearLines({ groups, sample, where }, english).join('\n');
    expect(lines('postcode')).to.include('Website: https://warm.example.org').and.not.include('made up');
    expect(lines('outward', true)).to.include('made up').and.include('We only know your area');
    expect(lines('unknown')).to.include('We do not know where you live.');
  });

  it('leave out of the data what there is not', () => {
    const { miles: _, ...far } = matched();
    const { url: _url, ...service } = { ...far.service, phones: [] };
    const [group] = wireNear({ groups: [{ need: 'energy', matches: [{ ...far, service }], lines: [] }], sample: false, where: 'unknown' });
    expect(group?.services).to.deep.equal([{ id: 'warm-hub', name: 'warm hub', reasons: ['free'] }]);
  });
});
