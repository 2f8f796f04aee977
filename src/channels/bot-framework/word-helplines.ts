// Helplines as lines of text: name, number, hours; numbers stay left to right in every language.
import type { Content } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { Helpline } from '../../content/journey/service-schema.js';

function hours(line: Helpline): Phrase {
  return line.hours === '24/7' ? { product: 'helpline.always' } : { file: 'helplines', id: line.id, field: 'hours' };
}

function phraseOf(line: Helpline): Phrase {
  const name: Phrase = { file: 'helplines', id: line.id, field: 'name' };
  if (line.contact === 'web') return { product: 'helpline.web', params: { name, url: { isolate: line.url ?? '' } } };
  const params = { name, number: { isolate: line.number ?? '' }, hours: hours(line) };
  return { product: line.contact === 'text' ? 'helpline.text' : 'helpline.call', params };
}

/** One line of text for each helpline id, in `lang`. */
export function wordHelplines(ids: readonly string[], content: Content, lang: string): readonly string[] {
  return ids.flatMap(id => {
    const line = content.helplines.get(id);
    return line ? [content.translator.word(phraseOf(line), lang)] : [];
  });
}
