// A date as Chinese writes it: 1985年3月4日, 1985年3月4号, 一九八五年三月四日. Year, month and day are named, so nothing is left to guess.
import { hanDigit, readHanNumber } from './read-han-number.js';

const numeral = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const written = new RegExp(String.raw`(\d{4}|[〇零一二三四五六七八九]{4}) ?年 ?(${numeral}) ?月 ?(${numeral}) ?[日号號]?`, 'u');

function yearOf(text: string): string {
  return Array.from(text, character => String(hanDigit(character) ?? character)).join('');
}

function valueOf(text: string): string {
  return /^\d+$/.test(text) ? text : String(readHanNumber(text) ?? '');
}

/** The folded text with such a date written with strokes, the year first (1985-3-4); unchanged where there is none. */
export function withHanDate(folded: string): string {
  return folded.replace(written, (_, year: string, month: string, day: string) => ` ${yearOf(year)}-${valueOf(month)}-${valueOf(day)} `);
}
