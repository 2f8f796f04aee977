// How well a language is understood, on its held-back sentences: which language, which needs, which short answers; every failing line kept.
import type { Content } from '../../src/content/content.js';
import { detectLanguage } from '../../src/understanding/language/detect-language.js';
import { findNeeds } from '../../src/understanding/needs/find-needs.js';
import { heldBack } from './held-back-file.js';
import { judgeClosed } from './read-closed.js';

/** So many right of so many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** Everything measured of one language. */
export interface Measured {
  readonly tag: string;
  readonly language: Share;
  readonly romanised: Share;
  /** The surest need is the one meant. */
  readonly needs: Share;
  /** All needs of a message that names several are found. */
  readonly several: Share;
  /** Messages that name no need and are left alone. */
  readonly irrelevant: Share;
  readonly closed: Share;
  /** Short answers read as something they do not mean. */
  readonly wrong: number;
  /** Language taken for another: `pl>lt`. */
  readonly confused: readonly string[];
  readonly failing: readonly string[];
}

interface Verdict {
  readonly right: boolean;
  readonly line: string;
}

function count(verdicts: readonly Verdict[]): Share {
  return { right: verdicts.filter(({ right }) => right).length, of: verdicts.length };
}

function shown(found: readonly { readonly need: string; readonly score: number }[]): string {
  return found.length === 0 ? 'nothing' : found.map(({ need, score }) => `${need} ${String(score)}`).join(', ');
}

function judgeLanguage(texts: readonly string[], tag: string, content: Content): readonly (Verdict & { readonly found: string })[] {
  return texts.map(text => {
    const found = detectLanguage(text, content.models?.languages)?.tag ?? 'none';
    return { right: found === tag, found, line: `${tag} language: "${text}" is taken for ${found}` };
  });
}

/** Measures one language. `part`: the held-back messages, or those for tuning. */
export function measure(tag: string, content: Content, part: 'needs' | 'dev' = 'needs'): Measured {
  const held = heldBack(tag);
  const find = (text: string) => findNeeds(text, content.languages, content.models?.needs);
  const native = judgeLanguage(held.sentences, tag, content);
  const latin = judgeLanguage(held.romanised ?? [], tag, content);
  const needs = held[part].map(({ need, text }): Verdict => {
    const found = find(text);
    return { right: found[0]?.need === need, line: `${tag} ${need}: "${text}" gives ${shown(found)}` };
  });
  const several = held.several.map(({ needs: named, text }): Verdict => {
    const found = find(text);
    return {
      right: named.every(one => found.some(({ need }) => need === one)),
      line: `${tag} ${named.join('+')}: "${text}" gives ${shown(found)}`,
    };
  });
  const irrelevant = held.irrelevant.map((text): Verdict => {
    const found = find(text);
    return { right: found.length === 0, line: `${tag} no need: "${text}" gives ${shown(found)}` };
  });
  const closed = held.closed.map(answer => {
    const { verdict, read } = judgeClosed(answer, tag, content);
    const line = `${tag} ${answer.ask}: "${answer.say}" means ${JSON.stringify(answer.means)}, ${verdict}: ${JSON.stringify(read)}`;
    return { right: verdict === 'right', wrong: verdict === 'wrong', line };
  });
  const all = [...native, ...latin, ...needs, ...several, ...irrelevant, ...closed];
  return {
    tag,
    language: count(native),
    romanised: count(latin),
    needs: count(needs),
    several: count(several),
    irrelevant: count(irrelevant),
    closed: count(closed),
    wrong: closed.filter(({ wrong }) => wrong).length,
    confused: [...native, ...latin].filter(({ right }) => !right).map(({ found }) => `${tag}>${found}`),
    failing: all.filter(({ right }) => !right).map(({ line }) => line),
  };
}

/** Shares of several languages as one. */
export function together(shares: readonly Share[]): Share {
  return { right: shares.reduce((sum, { right }) => sum + right, 0), of: shares.reduce((sum, { of }) => sum + of, 0) };
}
