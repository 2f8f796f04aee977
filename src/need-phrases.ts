// What the needs are called and how people speak of them, in every language, for whoever searches the directory at the desk.
import { needKeys } from './content/journey/needs-schema.js';
import type { Content } from './content/content.js';
import type { NeedPhrases } from './directory/needs-in-query.js';

/** A phrase that means the need by itself: not a weak hint (`?`), nor what only looks like it (`-`); `+` says nothing here. */
function asTyped(phrase: string): readonly string[] {
  return /^[?-]/u.test(phrase) ? [] : [phrase.replace(/^\+/u, '')];
}

/** Labels and phrases of each need in every language there is. */
export function needPhrases({ needs, languages, translator, journey }: Content): NeedPhrases {
  const [item] = journey.roles.needs;
  const labels = new Map(needs.map(({ key, label }) => [key, label]));
  return new Map(
    needKeys.map(key => {
      const phrases = [...languages.values()].flatMap(({ tag, needs: said }) => [
        ...(item === undefined ? [] : [translator.option(item, key, tag)]),
        ...(said.get(key) ?? []).flatMap(asTyped),
      ]);
      return [key, [...new Set([labels.get(key) ?? '', ...phrases])]];
    }),
  );
}
