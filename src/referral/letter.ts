// A letter as what stands in it, before anybody knows whether it becomes a page or a PDF.

/** Words with their language (BCP 47); the language says in which direction they are read. */
export interface LetterText {
  readonly text: string;
  readonly lang: string;
}

/** One piece of a letter, from the top down. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: true }
  /** Something that must be seen before all else; it has a box. */
  | { readonly kind: 'alert'; readonly title: string; readonly lines: readonly LetterText[] }
  /** Names of things, with what is known of each. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly values: readonly LetterText[] }[] }
  | { readonly kind: 'list'; readonly items: readonly LetterText[] }
  /** What a person wrote, as they wrote it; `note` names the language. */
  | { readonly kind: 'words'; readonly words: LetterText; readonly note: string }
  /** What follows begins a page of its own. */
  | { readonly kind: 'page' };

/** A whole letter in one language, with words of others in it. */
export interface Letter {
  readonly lang: string;
  readonly title: string;
  /** Stands small at the foot of each page. */
  readonly foot: string;
  readonly blocks: readonly LetterBlock[];
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'yi', 'prs', 'dv']);

/** In which direction a language is read. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = lang.split('-');
  return rightToLeft.has(language) || script === 'Arab' ? 'rtl' : 'ltr';
}
