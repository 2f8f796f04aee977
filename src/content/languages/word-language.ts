// The name of a language in the reader's own: as Intl has it; where it has none, in English.

const names = new Map<string, Intl.DisplayNames>();

/** Languages that Intl has no name for, not even in English. */
const unnamed: ReadonlyMap<string, string> = new Map([
  ['syl', 'Sylheti'],
  ['bfi', 'British Sign Language'],
]);

/** The name of a language, as Intl knows it; undefined where it does not. */
export function languageName(code: string, lang: string): string | undefined {
  const known = names.get(lang) ?? new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' });
  names.set(lang, known);
  return /^[a-z]{2,3}(?:-[a-z]+)*$/iu.test(code) ? known.of(code) : undefined;
}

/**
 * A language that is spoken, by BCP 47 tag, in words of `lang`: script and region say nothing of how it sounds, so they are left out.
 * `listed`: the English name of a code in the product's own lists, which goes before Intl's ("Bengali", not "Bangla").
 */
export function wordLanguage(tag: string, lang: string, listed: (code: string) => string | undefined): string {
  const [code = tag] = tag.split('-', 1);
  const own = lang.startsWith('en') ? undefined : languageName(code, lang);
  return own ?? listed(code) ?? languageName(code, 'en') ?? unnamed.get(code) ?? tag;
}
