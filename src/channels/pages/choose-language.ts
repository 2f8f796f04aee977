// Which language a page speaks before a conversation says so: the address, then the browser's wish (RFC 9110, 12.5.4), then English.
import type { Content } from '../../content/content.js';
import type { PageRequest } from './page.js';
import { sourceLanguage } from './words.js';

function matchTag(content: Content, wanted: string): string | undefined {
  const tag = wanted.toLowerCase();
  const offered = [...content.languages.keys()];
  return offered.find(candidate => candidate.toLowerCase() === tag) ?? offered.find(candidate => primary(candidate) === primary(tag));
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}

function readWishes(header: string): readonly string[] {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map(entry => {
      const [tag = '', ...params] = entry.trim().split(';');
      const quality = params.map(param => /^\s*q=([\d.]+)$/u.exec(param)?.[1]).find(value => value !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    });
  return wishes
    .filter(wish => wish.tag !== '' && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(wish => wish.tag);
}

/** The offered language that suits this request best. */
export function chooseLanguage(content: Content, request: Pick<PageRequest, 'query' | 'form' | 'acceptLanguage'>): string {
  const named = request.query['lang'] ?? request.form['lang'];
  const wishes = [...(typeof named === 'string' ? [named] : []), ...readWishes(request.acceptLanguage)];
  for (const wish of wishes) {
    const match = matchTag(content, wish);
    if (match !== undefined) return match;
  }
  return sourceLanguage;
}
