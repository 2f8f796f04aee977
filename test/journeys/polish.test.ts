// Zofia, 58: alone since the children moved away, and short of money. Everything typed in Polish.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const transcript: readonly Line[] = [
  ['assistant', 'Dzień dobry. To jest Riverside Practice.', 'Nikt nie śledzi tej rozmowy na żywo.', 'Dla kogo jest ta pomoc?'],
  ['patient', 'dla mnie'],
  ['assistant', 'Teraz potrzebujemy Twojej zgody.', 'Czy możemy przekazać Twoje odpowiedzi'],
  ['patient', 'tak'],
  ['assistant', 'lekarza rodzinnego (GP)'],
  ['patient', 'tak, zgadzam się'],
  ['assistant', 'skontaktować'],
  ['patient', 'oczywiście'],
  ['assistant', 'Ile masz lat?'],
  ['patient', 'mam 58 lat'],
  ['assistant', 'Wiek: 58', 'W której przychodni'],
  ['patient', 'Canal Street'],
  ['assistant', 'Co leży Ci na sercu?'],
  ['patient', 'Jestem całkiem sama, nie mam do kogo ust otworzyć. I nie starcza mi na rachunki.'],
  ['assistant', /Tak to rozumiemy: .*Samotność/u, /rozumiemy: .*Pieniądze/u, 'W których z tych spraw przyda Ci się pomoc?'],
  ['patient', '1, 2'],
  ['assistant', 'Pomoc w sprawach: Samotność lub brak towarzystwa i Pieniądze, długi lub zasiłki', 'Czy coś Ci teraz zagraża?'],
  ['patient', 'nie'],
  ['assistant', 'brak towarzystwa?'],
  ['patient', 'często'],
  ['assistant', 'inni Cię pomijają'],
  ['patient', 'czasami'],
  ['assistant', 'odizolowania'],
  ['patient', 'często'],
  ['assistant', 'Jak często odczuwasz samotność?'],
  ['patient', 'często'],
  ['assistant', 'Czy masz teraz kłopoty z pieniędzmi?'],
  ['patient', 'no tak'],
  ['assistant', 'Kłopoty z pieniędzmi: Tak', 'Czy zalegasz z którąś z tych płatności?'],
  ['patient', '1 i 3'],
  ['assistant', 'Zaległości: Czynsz lub kredyt hipoteczny i Gaz lub prąd', 'komornika'],
  ['patient', 'nie'],
  ['assistant', 'wszystkie pieniądze, które Ci przysługują'],
  ['patient', 'poproszę'],
  ['assistant', 'Możesz odpowiedzieć „nie”. To nie zmieni pomocy, którą dostaniesz.'],
  ['patient', 'nie dziękuję'],
  ['assistant', 'Co jest dla Ciebie najważniejsze?'],
  ['patient', 'Żeby znowu mieć z kim porozmawiać'],
  ['assistant', 'W której sprawie chcesz pomocy najpierw?'],
  ['patient', 'samotność'],
  ['assistant', 'W jakim języku chcesz z nami rozmawiać?'],
  ['patient', 'polski'],
  ['assistant', 'Co ułatwi Ci korzystanie z tej usługi?'],
  ['patient', 'tłumacz'],
  ['assistant', 'Jak się nazywasz?'],
  ['patient', 'Zofia Wiśniewska'],
  ['assistant', 'Jaka jest Twoja data urodzenia?'],
  ['patient', '12 marca 1968'],
  ['assistant', '12 marca 1968: czy to się zgadza?'],
  ['patient', 'tak'],
  ['assistant', 'Pod jaki numer możemy bezpiecznie zadzwonić?'],
  ['patient', '07911 123456'],
  ['assistant', 'Telefon: 07911 123456', 'Które z tych sposobów są dla Ciebie bezpieczne?'],
  ['patient', '1'],
  ['assistant', 'Bezpieczne dla Ciebie: SMS-y'],
  ['patient', 'nie'],
  ['assistant', 'Sprawdź swoje odpowiedzi', 'Data urodzenia: 12 marca 1968', 'Co jest najważniejsze: Żeby znowu mieć z kim porozmawiać'],
  ['patient', 'wyślij'],
  [
    'assistant',
    'Dziękujemy. Twoje odpowiedzi są wysłane.',
    /Twój numer zgłoszenia: [2-9A-Y]{4}-[2-9A-Y]{4}\./u,
    'w ciągu 5 dni roboczych',
    '999',
  ],
];

describe('a whole conversation in Polish', () => {
  it('goes from hello to a reference without a word of English', () => {
    play(transcript, { lang: 'pl' });
  });

  it('gives the link worker English, with her own words as she wrote them', () => {
    const { language, needs, words } = referralOf(play(transcript, { lang: 'pl' }));
    expect(language).to.deep.equal({
      written: 'pl',
      spoken: 'pl',
      spokenName: 'Polish',
      interpreter: true,
      access: [{ code: 'interpreter', label: 'An interpreter' }],
    });
    expect(needs.map(need => need.label)).to.deep.equal(['Feeling lonely or wanting company', 'Money, debt or benefits']);
    expect(needs[1]?.answers[1]?.answer).to.equal('Rent or mortgage and Gas or electricity');
    expect(words.map(({ answer, wordsIn }) => [answer, wordsIn])[1]).to.deep.equal(['Żeby znowu mieć z kim porozmawiać', 'pl']);
  });
});
