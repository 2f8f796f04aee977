// What people write onto a day's number: 1st, 1er, 1º, 10-go, 5-го, 1লা, 5ویں. It is taken off, so that the number stands alone.
import { foldText } from '../text/fold-text.js';

/** By language: English, Polish, French, Spanish with Portuguese and Italian, Romanian, Somali, Welsh, Lithuanian, Albanian. */
const latinEndings = 'st nd rd th go ego er re e eme o a ro ra do da to ta mo ma vo va no na lea aad af il ydd ed fed eg ain oji ji as';

/** Russian, Ukrainian, Bulgarian; Bengali, Hindi, Panjabi, Gujarati, Tamil; Urdu, Farsi. */
const otherEndings = 'го ого его е ое ше те ті й ий ый та ви ри ти ми ва লা রা ঠা শে ই ম য় वीं वां ला री ਵੀਂ મી લી જી થી ஆம் ம் ویں واں اُم ام م';

const endings = [...latinEndings.split(' '), ...otherEndings.split(' ')].map(foldText).sort((one, other) => other.length - one.length);
const apart = String.raw`(?![\p{L}\p{M}\d])`;
const onDay = new RegExp(String.raw`(?<!\d)(\d{1,2})-?(?:${endings.join('|')})${apart}`, 'gu');
/** 1.º, which folding makes 1.o. */
const afterDot = new RegExp(String.raw`(?<!\d)(\d{1,2})\.[oa]${apart}`, 'gu');
/** Turkish puts endings after an apostrophe, of days and of years. */
const afterApostrophe = new RegExp(String.raw`(\d)'\p{L}{1,4}${apart}`, 'gu');

/** The folded text with the endings of day numbers gone. */
export function withoutOrdinalEndings(folded: string): string {
  return folded
    .replace(onDay, '$1 ')
    .replace(afterDot, '$1 ')
    .replace(afterApostrophe, '$1 ')
    .replace(/'(?=\d)/g, ' ');
}
