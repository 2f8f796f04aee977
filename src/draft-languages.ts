// The setting WAYMARK_DRAFT_LANGUAGES: languages offered before their review is finished, and who answers for that.

/** Languages not yet reviewed that are offered all the same. */
export interface DraftLanguages {
  /** Their tags, or `all`. */
  readonly tags: readonly string[] | 'all';
  /** The clinical safety officer who accepts them; always known in production where there are any. */
  readonly acceptedBy: string | undefined;
}

/** Reads `pl, ar: A. Officer`: tags, or `all`, and after a colon whoever accepts them. */
export function readDraftLanguages(text = ''): DraftLanguages {
  const [list = '', ...name] = text.split(':');
  const tags = list.split(',').flatMap(tag => (tag.trim() === '' ? [] : [tag.trim()]));
  const acceptedBy = name.join(':').trim();
  return { tags: tags.includes('all') ? 'all' : tags, acceptedBy: acceptedBy === '' ? undefined : acceptedBy };
}

const example = 'for example: pl, ar: A. Officer';

/** What is wrong with it. Words nobody has reviewed reach patients only on the word of somebody who answers for it by name. */
export function draftLanguageProblems({ tags, acceptedBy }: DraftLanguages, production: boolean): readonly string[] {
  if (tags.length === 0 && acceptedBy !== undefined) {
    return [`WAYMARK_DRAFT_LANGUAGES: names no language: write the tags, or all, before the colon, ${example}`];
  }
  if (tags.length === 0 || acceptedBy !== undefined || !production) return [];
  return [
    `WAYMARK_DRAFT_LANGUAGES: in production it also names the clinical safety officer who accepts these languages, after a colon, ${example}`,
  ];
}
