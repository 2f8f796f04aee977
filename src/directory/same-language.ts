// Whether two BCP 47 tags are one language when it is spoken: regions are left aside, a script only counts where both name one.

function parts(tag: string): { readonly language: string; readonly script: string | undefined } {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/u);
  return { language, script: rest.find(part => part.length === 4) };
}

/** `zh` is `zh-Hans`, `pt-BR` is `pt-PT`; `zh-Hans` is not `zh-Hant`. */
export function sameLanguage(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  return a.language === b.language && (a.script === undefined || b.script === undefined || a.script === b.script);
}
